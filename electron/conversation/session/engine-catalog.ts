import type { EngineAccess } from '../../ipc/engine-schema.ts';
import type { EngineEntry } from './engine-room.ts';

/** Every engine there is besides this computer's: the known services first, the user's own endpoints after them. */
export function engineCatalog(_access: EngineAccess): readonly EngineEntry[] {
  return [];
}
