import { describe, expect, it } from 'vitest';
import { ThinkingChoice } from '../../../electron/conversation/session/thinking-choice.ts';
import type { EngineCapabilities, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';

const engine = (id: string, thinks?: EngineCapabilities['thinks']) => ({ id, capabilities: { thinks } }) as unknown as RealtimeModel;
const steps = engine('host', { efforts: ['none', 'low', 'high'], usual: 'low' });

describe('how hard to think', () => {
  it('is no question where the engine does not think', () => {
    const choice = new ThinkingChoice();
    for (const none of [engine('a'), engine('a', false)]) {
      choice.choose(none, 'high');
      expect([choice.stateOf(none), choice.setupOf(none)]).toEqual([null, {}]);
    }
  });

  it('is chosen for one engine and not for the others', () => {
    const choice = new ThinkingChoice();
    expect([choice.stateOf(steps)?.effort, choice.setupOf(steps)]).toEqual(['low', {}]);
    choice.choose(steps, 'high');
    expect([choice.stateOf(steps)?.effort, choice.setupOf(steps)]).toEqual(['high', { effort: 'high' }]);
    expect(choice.setupOf(engine('other', true))).toEqual({});
  });

  it('is longer or not where there are no steps', () => {
    const choice = new ThinkingChoice();
    const plain = engine('plain', true);
    choice.choose(plain, 'high');
    expect(choice.setupOf(plain)).toEqual({ thinkHarder: true });
    choice.choose(plain, 'low');
    expect(choice.setupOf(plain)).toEqual({ thinkHarder: false });
  });

  it('is never one that the engine does not know, or does not know any more', () => {
    const choice = new ThinkingChoice();
    choice.choose(steps, 'xhigh');
    expect(choice.setupOf(steps)).toEqual({});
    choice.choose(steps, 'none');
    expect(choice.setupOf(engine('host', { efforts: ['low', 'high'], usual: 'low' }))).toEqual({});
  });
});
