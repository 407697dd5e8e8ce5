import type { PhraseMatch, ToolDefinition } from '../realtime-model.ts';
import type { Asked } from './second-hearing.ts';

/** The tool whose phrases account best for the words. */
export function bestTool(
  tools: readonly ToolDefinition[],
  words: string,
): { readonly tool: ToolDefinition; readonly match: PhraseMatch } | null {
  return plainTool(tools, words) ?? bestBy(tools, (tool) => tool.matchMisheard?.(words) ?? null);
}

/** What words ask for, as far as that is plain. */
export function askedIn(tools: readonly ToolDefinition[], words: string): Asked {
  const best = plainTool(tools, words);
  if (best === null) return 'nothing';
  if (best.tool.isOfDanger === true) return 'danger';
  return best.tool.finds?.(best.match.arguments) === false ? 'what is not there' : 'something';
}

/** The same without what only sounds like a phrase. */
function plainTool(tools: readonly ToolDefinition[], words: string): ReturnType<typeof bestTool> {
  return bestBy(tools, (tool) => tool.match(words)) ?? bestBy(tools, (tool) => tool.matchWithin?.(words) ?? null);
}

function bestBy(tools: readonly ToolDefinition[], read: (tool: ToolDefinition) => PhraseMatch | null) {
  let best: { readonly tool: ToolDefinition; readonly match: PhraseMatch } | null = null;
  for (const tool of tools) {
    const match = read(tool);
    if (match !== null && match.score > (best?.match.score ?? 0)) best = { tool, match };
  }
  return best;
}
