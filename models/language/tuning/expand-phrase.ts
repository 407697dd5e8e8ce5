import type { PhrasePiece } from '../../../electron/conversation/skills/phrase-pattern.ts';
import type { SaidPiece } from './noise.ts';
import type { Random } from './random.ts';
import { saySlot } from './say-slot.ts';

/** Optional words are left out more often than not: people are brief. */
const KEPT_OPTION = 0.4;

/** One of the many sentences that a phrase stands for, in pieces: plain words, and arguments. */
export function expandPhrase(pieces: readonly PhrasePiece[], random: Random): SaidPiece[] {
  const said: SaidPiece[] = [];
  const walk = (parts: readonly PhrasePiece[]) => {
    for (const piece of parts) {
      if (piece.kind === 'word') said.push({ text: piece.text, argument: null });
      if (piece.kind === 'group') walk(chosen(piece.options, random));
      if (piece.kind === 'slot')
        said.push({ text: saySlot(piece.slotKind, piece.name, random), argument: piece.name === '_' ? null : piece.name });
    }
  };
  walk(pieces);
  return runsOf(said);
}

function chosen(options: readonly (readonly PhrasePiece[])[], random: Random): readonly PhrasePiece[] {
  const spoken = options.filter((option) => option.length > 0);
  if (spoken.length < options.length && !random.chance(KEPT_OPTION)) return [];
  return random.pick(spoken);
}

/** Neighbouring plain words become one piece, so that contractions over two words are seen. */
function runsOf(pieces: readonly SaidPiece[]): SaidPiece[] {
  const runs: SaidPiece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece.argument === null && last?.argument === null) runs[runs.length - 1] = { text: `${last.text} ${piece.text}`, argument: null };
    else runs.push(piece);
  }
  return runs;
}
