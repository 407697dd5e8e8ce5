import { z } from 'zod';
import { factSchema, nameCardSchema } from '../../ipc/memory-schema.ts';
import { type MemoryRecords, readable } from './memory-records.ts';

/** One thing that was learned, with all that is needed to take it back. Its id is the id of the note under the turn. */
const memoryChangeSchema = z.strictObject({
  id: z.string(),
  /** The turn that carries the note. */
  turnId: z.string(),
  cards: z.array(z.strictObject({ id: z.string(), before: nameCardSchema.nullable() })),
  facts: z.array(z.strictObject({ id: z.string(), before: factSchema.nullable() })),
  /** Turns whose words were put right, as they were. */
  turns: z.array(z.strictObject({ id: z.string(), text: z.string(), heardText: z.string().nullable() })),
});
const aboutSchema = z.object({ id: z.string(), turnId: z.string() });
export type MemoryChange = z.infer<typeof memoryChangeSchema>;

/** What can still be undone. */
export class MemoryChanges {
  readonly #records: MemoryRecords;

  constructor(records: MemoryRecords) {
    this.#records = records;
  }

  put(change: MemoryChange): void {
    this.#records.put('memory-change', change.id, change, '');
  }

  read(id: string): MemoryChange | null {
    return readable(memoryChangeSchema, [this.#records.read(id)])[0] ?? null;
  }

  remove(...ids: readonly string[]): void {
    this.#records.remove(...ids);
  }

  /** Every change about a card or a fact: forgetting it must forget these too. */
  about(documentId: string): readonly z.infer<typeof aboutSchema>[] {
    // Its id is looked for in the text: what a newer version wrote must not survive the forgetting either.
    const named = this.#records.list('memory-change').filter((change) => JSON.stringify(change).includes(JSON.stringify(documentId)));
    return named.flatMap((change) => aboutSchema.safeParse(change).data ?? []);
  }
}
