import { randomUUID } from 'node:crypto';
import type { MemoryNote } from '../../ipc/memory-schema.ts';
import type { SkillResult } from '../skills/skill.ts';

/** Receipts under a reply: the places of a recording, or the data, that it stands on. */
export function quotedNotes({ quoted = [], sources = [] }: SkillResult): MemoryNote[] {
  const data = sources.map((label) => ({ id: randomUUID(), kind: 'quoted', label, undo: 'none' }) as const);
  const places = quoted.map(({ label, recordingId, startMs }) => ({
    id: randomUUID(),
    kind: 'quoted' as const,
    label,
    undo: 'none' as const,
    place: { recordingId, startMs },
  }));
  return [...places, ...data];
}
