import { describe, expect, it } from 'vitest';
import { type EngineEntry, EngineRoom } from '../../../electron/conversation/session/engine-room.ts';
import { DEFAULT_ENGINE_PREFERENCES, engineRequests, ownModelEngine } from '../../../electron/ipc/engine-schema.ts';
import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';

const capabilities: RealtimeModel['capabilities'] = {
  ...{ runsOn: 'this-computer', manualTurns: true, anticipation: true, truncation: true },
  ...{ textInput: true, partialTranscripts: true, wordTimes: true },
};
const modelCalled = (id: string): RealtimeModel => ({
  id,
  label: id,
  capabilities,
  connect: () => Promise.reject(new Error('Not asked.')),
});
const ID = ownModelEngine('Talking small.gguf');

function room(offline: boolean, isBudgetUsedUp: boolean): EngineRoom {
  const entry: EngineEntry = {
    ...{ id: ID, label: 'Talking small', address: null, keyService: null, key: 'none', isCustom: false, isHere: true, prices: null },
    open: () => modelCalled(ID),
  };
  return new EngineRoom({
    onDevice: modelCalled('on-device'),
    access: { ...DEFAULT_ENGINE_PREFERENCES, engineId: ID, offline, keys: {} },
    entries: () => [entry],
    isBudgetUsedUp: () => isBudgetUsedUp,
  });
}

describe('a larger model of this computer', () => {
  it.each([
    [true, false],
    [false, true],
    [true, true],
  ])('answers offline (%s) and beyond the budget (%s): nothing leaves and nothing is paid', (offline, usedUp) => {
    const { model, problem } = room(offline, usedUp).chosen();
    expect([model.id, problem]).toEqual([ID, null]);
  });

  it('is shown as of this computer, with no host and no reason against it', () => {
    const shown = room(true, true)
      .list(ID)
      .find(({ id }) => id === ID);
    expect(shown).toMatchObject({ runsOn: 'this-computer', host: null, whyNot: null, isChosen: true, isAnswering: true });
  });

  it.each(['../secret.gguf', '/etc/passwd', 'a/b.gguf', '.hidden.gguf', 'model.bin', 'x.gguf/..', `${'x'.repeat(200)}.gguf`, ''])(
    'is a file of its folder, so %j is not even looked at',
    (file) => {
      expect(engineRequests.tryModel.input.safeParse({ file }).success).toBe(false);
      expect(DEFAULT_ENGINE_PREFERENCES.ownModels).toEqual([]);
    },
  );

  it('may be called as publishers call their files', () => {
    for (const file of ['Qwen3-8B-Q4_K_M.gguf', 'gemma-3-1b-it-Q4_K_M.gguf', 'My model (2).GGUF'])
      expect(engineRequests.tryModel.input.safeParse({ file }).success).toBe(true);
  });
});
