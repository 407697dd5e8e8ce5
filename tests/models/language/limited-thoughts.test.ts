import { describe, expect, it } from 'vitest';
import type { ChatPiece } from '../../../models/language/chat-model.ts';
import type { ChatWorkerPart } from '../../../models/language/chat-worker-messages.ts';
import { answered, limitedThoughts } from '../../../models/language/limited-thoughts.ts';

const MOST = { text: 20, thought: 30 };
let isUnfinished = false;

/** A model in a file as its worker tells of it: one token after the other, until nobody listens. */
async function* writes(...tokens: readonly (string | ChatWorkerPart)[]): AsyncGenerator<ChatWorkerPart> {
  isUnfinished = true;
  for (const token of tokens) yield typeof token === 'string' ? { text: token } : token;
  isUnfinished = false;
}

async function piecesOf(parts: AsyncIterable<ChatWorkerPart>, signal?: AbortSignal): Promise<ChatPiece[]> {
  const pieces: ChatPiece[] = [];
  for await (const piece of answered(limitedThoughts(parts, MOST), signal)) pieces.push(piece);
  return pieces;
}

const of = (pieces: readonly ChatPiece[], kind: 'text' | 'thought') =>
  pieces.map((piece) => (piece.kind === kind ? piece.text : '')).join('');

describe('a model that thinks before it answers', () => {
  it.each([
    ['<think>', '</think>'],
    ['[THINK]', '[/THINK]'],
    ['<thinking>', '</thinking>'],
    ['<thought>', '</thought>'],
    ['<|begin_of_thought|>', '<|end_of_thought|>'],
  ])('between %s and %s: its thoughts are not what it says', async (opening, closing) => {
    const pieces = await piecesOf(writes(...(`${opening}Six by seven.${closing}Forty-two.`.match(/.{1,3}/gs) ?? [])));
    expect([of(pieces, 'thought'), of(pieces, 'text')]).toEqual(['Six by seven.', 'Forty-two.']);
  });

  it('in a place of its own, which the library tells apart', async () => {
    const pieces = await piecesOf(writes({ thought: 'Six by seven.' }, 'Forty-two.', { usage: [9, 5] }));
    expect([of(pieces, 'thought'), of(pieces, 'text')]).toEqual(['Six by seven.', 'Forty-two.']);
    expect(pieces.at(-1)).toEqual({ kind: 'usage', inputTokens: 9, outputTokens: 5 });
  });

  it('is stopped where it does not come to an end, and says so', async () => {
    const pieces = await piecesOf(writes('<think>', ...Array.from({ length: 90 }, () => 'hm '), '</think>', 'At last.'));
    expect(pieces.filter(({ kind }) => kind === 'thought')).toHaveLength(MOST.thought);
    expect(of(pieces, 'text')).toMatch(/^I thought about that for too long/);
    expect(isUnfinished).toBe(true);
  });

  it('says so, too, when it ran out of tokens in the middle of a thought', async () => {
    const pieces = await piecesOf(writes('<think>', 'hm ', 'hm'));
    expect(of(pieces, 'text')).toMatch(/^I thought about that for too long/);
  });

  it('is not put into words when it calls a function, is interrupted, or has nothing to say at all', async () => {
    const call = { callId: '1', name: 'timer.set', arguments: {} };
    expect(of(await piecesOf(writes('<think>', 'hm', '</think>', { call })), 'text')).toBe('');
    expect(of(await piecesOf(writes('<think>', 'hm'), AbortSignal.abort()), 'text')).toBe('');
    expect(await piecesOf(writes())).toEqual([]);
  });

  it('does not talk without end either', async () => {
    const pieces = await piecesOf(writes(...Array.from({ length: 90 }, () => 'well ')));
    expect(pieces).toHaveLength(MOST.text);
    expect(isUnfinished).toBe(true);
  });
});
