import type { EngineSetup, RealtimeModel, ThinkingEffort, ThinkingEfforts } from '../../../models/speech-to-speech/realtime-model.ts';
import type { ConversationState } from '../../ipc/conversation-schema.ts';

/** Where an engine can only be asked to think longer, or not. */
const LONGER_OR_NOT: ThinkingEfforts = { efforts: ['low', 'high'], usual: 'low' };

/** How hard each engine is to think, chosen in the window for the time the program runs. */
export class ThinkingChoice {
  readonly #chosen = new Map<string, ThinkingEffort>();

  /** What an engine cannot do is not chosen. */
  choose(model: RealtimeModel, effort: ThinkingEffort): void {
    if (effortsOf(model)?.efforts.includes(effort) === true) this.#chosen.set(model.id, effort);
  }

  /** What there is to choose, and what is chosen; null where the engine does not think. */
  stateOf(model: RealtimeModel): ConversationState['thinking'] {
    const thinks = effortsOf(model);
    return thinks === null ? null : { efforts: [...thinks.efforts], effort: this.#chosen.get(model.id) ?? thinks.usual };
  }

  /** What the engine is told of it: nothing, until something was chosen. */
  setupOf(model: RealtimeModel): Pick<EngineSetup, 'thinkHarder' | 'effort'> {
    const effort = this.#chosen.get(model.id);
    if (effort === undefined || effortsOf(model)?.efforts.includes(effort) !== true) return {};
    return model.capabilities.thinks === true ? { thinkHarder: effort === 'high' } : { effort };
  }
}

function effortsOf({ capabilities: { thinks = false } }: RealtimeModel): ThinkingEfforts | null {
  if (typeof thinks === 'object') return thinks;
  return thinks ? LONGER_OR_NOT : null;
}
