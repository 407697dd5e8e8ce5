import type { ToolDefinition } from '../../realtime-model.ts';

/** Endpoints allow letters, digits, `_` and `-` in the names of functions; ours have a dot: `timer.set`. */
export function wireToolName(name: string): string {
  return name
    .replaceAll('.', '__')
    .replaceAll(/[^\w-]/g, '_')
    .slice(0, 64);
}

/** Wire names of the tools, back to ours. A name nobody offered comes back as it is. */
export class ToolNames {
  #names = new Map<string, string>();

  learn(tools: readonly ToolDefinition[]): void {
    this.#names = new Map(tools.map(({ name }) => [wireToolName(name), name]));
  }

  ours(wireName: string): string {
    return this.#names.get(wireName) ?? wireName.replaceAll('__', '.');
  }
}

/** A tool's result for a model: its data, and the sentence that may be said as it stands. */
export function toolOutput(output: string, sentence: string): string {
  let data: unknown = output;
  try {
    data = JSON.parse(output);
  } catch {
    // Plain words are a result as well.
  }
  return JSON.stringify(sentence === '' ? { data } : { data, say: sentence });
}
