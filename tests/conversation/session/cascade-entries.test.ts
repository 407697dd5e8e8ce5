import { describe, expect, it } from 'vitest';
import { cascadeEntries } from '../../../electron/conversation/session/cascade-entries.ts';
import { EngineRoom } from '../../../electron/conversation/session/engine-room.ts';
import {
  type CustomCascade,
  customCascadeSchema,
  DEFAULT_ENGINE_PREFERENCES,
  type EngineAccess,
} from '../../../electron/ipc/engine-schema.ts';
import type { CascadeProfile } from '../../../models/speech-to-speech/on-device/cascade.ts';
import { createCascade } from '../../../models/speech-to-speech/on-device/cascade.ts';
import { PuppetEngine } from '../../scenarios/puppet-engine.ts';

const language = { url: 'https://api.groq.example/openai/v1', model: 'big', key: 'kept:own-1-language' };
const cascade = (roles: object): CustomCascade => customCascadeSchema.parse({ id: 'own-1', label: 'Bigger mind', roles });
const access = (more: Partial<EngineAccess>): EngineAccess => ({ ...DEFAULT_ENGINE_PREFERENCES, keys: {}, ...more });
const nobody = () => Promise.reject(new Error('nothing is opened here'));
const local = { openSpeechToText: nobody, openLanguageModel: nobody, openTextToSpeech: nobody };

/** Which keys the roles were opened with. */
function room(first: EngineAccess) {
  const opened: (string | null)[] = [];
  const closed: string[] = [];
  const open = (profile: CascadeProfile, keyOf: (reference: string) => string | null) => {
    const model = createCascade(profile, { local, keyOf });
    opened.push(profile.language?.key == null ? null : keyOf(profile.language.key));
    return { ...model, close: async () => void closed.push(profile.language?.model ?? '') };
  };
  const entries = (now: EngineAccess) => cascadeEntries(now, open);
  return { opened, closed, room: new EngineRoom({ onDevice: new PuppetEngine(), access: first, entries, isBudgetUsedUp: () => false }) };
}

describe("a cascade of the user's own", () => {
  it('stands among the engines, under its own name, with every host it talks to', () => {
    const speech = { url: 'http://nas:8000/v1', model: 'kokoro', voice: 'af' };
    const { room: engines } = room(
      access({ cascades: [cascade({ language, textToSpeech: speech })], keys: { 'own-1-language': 'secret-1' } }),
    );
    expect(engines.list('puppet')[1]).toMatchObject({
      ...{ id: 'own-1', label: 'Bigger mind', host: 'api.groq.example, nas:8000', runsOn: 'host' },
      ...{ isCustom: true, isChosen: false, whyNot: null, keyService: null },
    });
    expect(engines.model('own-1')).toMatchObject({
      id: 'own-1',
      label: 'Bigger mind',
      capabilities: { runsOn: 'host', manualTurns: true },
    });
    expect(engines.hostOf('own-1')).toBe('api.groq.example, nas:8000');
  });

  it('is the same model until its roles or its keys are changed; the old one is closed at the end', async () => {
    const before = access({ cascades: [cascade({ language })], keys: { 'own-1-language': 'secret-1' } });
    const { room: engines, opened, closed } = room(before);
    expect(engines.model('own-1')).toBe(engines.model('own-1'));
    engines.change({ ...before, keys: { 'own-1-language': 'secret-2' } });
    engines.model('own-1');
    engines.change({ ...before, cascades: [cascade({ language: { ...language, model: 'small' } })] });
    engines.model('own-1');
    expect(opened).toEqual(['secret-1', 'secret-2', 'secret-1']);
    expect(closed).toEqual([]);
    await engines.close();
    expect(closed.toSorted()).toEqual(['big', 'big', 'small']);
  });

  it('says which key is missing, and this computer answers', () => {
    const { room: engines } = room(access({ engineId: 'own-1', cascades: [cascade({ language })] }));
    const { model, problem } = engines.chosen();
    expect(model.id).toBe('puppet');
    expect(problem?.message).toBe('The key for api.groq.example is missing: there is none at kept:own-1-language.');
  });

  it('takes no key that is written down, no address without http, and no names that every object has', () => {
    expect(customCascadeSchema.safeParse({ id: 'a', label: 'A', roles: { language: { ...language, key: 'sk-123' } } }).success).toBe(false);
    expect(customCascadeSchema.safeParse({ id: 'a', label: 'A', roles: { language: { ...language, url: 'file:///etc' } } }).success).toBe(
      false,
    );
    const odd = cascade({ language: { ...language, key: 'kept:constructor' } });
    expect(room(access({ engineId: 'own-1', cascades: [odd] })).room.chosen().problem?.message).toContain('kept:constructor');
  });
});
