import { randomUUID } from 'node:crypto';
import type { MemoryNote } from '../../ipc/memory-schema.ts';
import type { SkillResult } from '../skills/skill.ts';

/** Receipts under a reply: the places of a recording that it stands on. */
export function quotedNotes({ quoted = [] }: SkillResult): MemoryNote[] {
  return quoted.map(({ label, recordingId, startMs }) => ({
    id: randomUUID(),
    kind: 'quoted',
    label,
    undo: 'none',
    place: { recordingId, startMs },
  }));
}
