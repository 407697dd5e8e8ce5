import type { ChatPiece } from './chat-model.ts';
import type { ChatWorkerPart } from './chat-worker-messages.ts';
import { SpokenPart } from './spoken-part.ts';

const NO_ANSWER = 'I thought about that for too long and came to no answer. Ask me again, or ask for a part of it.';

/**
 * Tells apart what a model thinks between marks that its template does not speak of, so that the library takes it for
 * words and knows no limit for it. Past a limit nothing more is taken.
 */
export async function* limitedThoughts(
  parts: AsyncIterable<ChatWorkerPart>,
  most: { readonly text: number; readonly thought: number },
): AsyncGenerator<ChatPiece> {
  const written = new SpokenPart();
  const tokens = { text: 0, thought: 0 };
  for await (const part of parts) {
    if (!('text' in part)) {
      yield pieceOf(part);
      continue;
    }
    for (const piece of written.take(part.text)) {
      yield piece;
      tokens[piece.kind] += 1;
      if (tokens[piece.kind] >= most[piece.kind]) return;
    }
  }
  yield* written.end();
}

/** Whoever thought, and has nothing to say, says so: silence would be taken for a fault. */
export async function* answered(pieces: AsyncIterable<ChatPiece>, signal?: AbortSignal): AsyncGenerator<ChatPiece> {
  let [thinks, answers] = [false, false];
  for await (const piece of pieces) {
    thinks ||= piece.kind === 'thought';
    answers ||= piece.kind === 'call' || (piece.kind === 'text' && piece.text.trim() !== '');
    yield piece;
  }
  if (thinks && !answers && signal?.aborted !== true) yield { kind: 'text', text: NO_ANSWER };
}

function pieceOf(part: Exclude<ChatWorkerPart, { text: string }>): ChatPiece {
  if ('thought' in part) return { kind: 'thought', text: part.thought };
  if ('call' in part) return { kind: 'call', call: part.call };
  const [inputTokens, outputTokens] = part.usage;
  return { kind: 'usage', inputTokens, outputTokens };
}
