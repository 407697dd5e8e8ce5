import { z } from 'zod';
import { ProblemError } from '../../ipc/derive-ipc.ts';
import { closeDatabase, type Database, markUnwiped, wipe } from './database-file.ts';

/**
 * The one connection of a store, and what its tables share: rows, transactions inside transactions, wiping. The file may
 * be exchanged under it when a profile is unlocked or kept.
 */
export class StoreDatabase {
  #database: Database.Database;
  #depth = 0;
  #forgotten = false;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  exchange(database: Database.Database): void {
    closeDatabase(this.#database);
    this.#database = database;
  }

  run(sql: string, ...values: unknown[]): Database.RunResult {
    return this.#database.prepare(sql).run(...values);
  }

  all<Schema extends z.ZodType>(schema: Schema, sql: string, ...values: unknown[]): z.output<Schema>[] {
    return z.array(schema).parse(this.#database.prepare(sql).all(...values));
  }

  /** All or nothing; inside another one it is a part of that one. */
  together<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work();
    this.#depth += 1;
    this.#forgotten = false;
    let result: Result;
    try {
      result = this.#database.transaction(work)();
    } finally {
      this.#depth -= 1;
    }
    if (this.#forgotten) this.#wipe();
    return result;
  }

  /**
   * Runs deletions after which nothing of what was deleted, or overwritten before, is left in any byte of the file or its
   * log; within `together` from its end on. @throws ProblemError 'not-wiped' when the disk is full
   */
  forget(work: () => void): void {
    this.together(() => {
      work();
      markUnwiped(this.#database);
      this.#forgotten = true;
    });
  }

  close(): void {
    closeDatabase(this.#database);
  }

  #wipe(): void {
    try {
      wipe(this.#database);
    } catch (cause) {
      const problem = {
        id: 'not-wiped',
        message: 'It is deleted, but traces of it are still on the disk, because there is no room to rewrite the file.',
        whatToDo: 'Make room; the traces go at the next start of Parley.',
      };
      throw new ProblemError(problem, { cause });
    }
  }
}
