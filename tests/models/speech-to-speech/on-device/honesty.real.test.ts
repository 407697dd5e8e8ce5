import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enginePersona } from '../../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../../electron/conversation/personas/load-personas.ts';
import { builtInSkills } from '../../../../electron/conversation/skills/built-in-skills.ts';
import { toolDefinitions } from '../../../../electron/conversation/skills/serve-skills.ts';
import { openLlama } from '../../../../models/language/llama.ts';
import { createOnDeviceModel } from '../../../../models/speech-to-speech/on-device/on-device-model.ts';
import type { EngineEvent, EngineSetup, RealtimeConnection } from '../../../../models/speech-to-speech/realtime-model.ts';
import { isMissing, projectFolder, realPlaces } from '../../real-places.ts';
import { type Answer, claimsNothing } from './honesty-judge.ts';
import { QUESTIONS, SMALL_TALK } from './honesty-questions.ts';

const { personas } = await loadPersonas(`${projectFolder}/assets/personas`);

/** Personas differ in words, not in what they know: each is asked a fifth of what there is, all of it when there is time. */
const SHARE = process.env['PARLEY_SOAK'] === undefined ? 5 : 1;
const shareOf = (lines: readonly string[], persona: number) => lines.filter((_, index) => (index + persona) % SHARE === 0);

/** Says every clause with a short silence; its words are the reply's text. */
const silentVoice = {
  id: 'silent',
  speak: async (text: string) => ({
    samples: new Float32Array(240),
    words: text.split(' ').map((word) => ({ text: `${word} `, startMs: 0, endMs: 10 })),
  }),
  close: async () => undefined,
};

const deafRecogniser = {
  id: 'deaf',
  longestMs: 15_000,
  transcribe: () => Promise.reject(new Error('Nothing is heard in this test: questions come as text.')),
  close: async () => undefined,
};

/** @throws the engine's failure */
function eventsOfReply(connection: RealtimeConnection, question: string): Promise<EngineEvent[]> {
  const events: EngineEvent[] = [];
  return new Promise((resolve, reject) => {
    connection.subscribe((event) => {
      events.push(event);
      if (event.type === 'failed') reject(event.failure);
      if (event.type === 'response-ended') resolve(events);
    });
    connection.appendItem({ kind: 'user-text', text: question });
    connection.respond();
  });
}

describe.skipIf(isMissing('language')).each(personas.map((persona, index) => [persona.name, persona, index] as const))(
  'as %s, the engine',
  (_, persona, index) => {
    const engine = createOnDeviceModel({
      openSpeechToText: async () => deafRecogniser,
      openLanguageModel: () => openLlama(realPlaces),
      openTextToSpeech: async () => silentVoice,
    });
    const setup: EngineSetup = {
      persona: enginePersona(persona, 1),
      facts: [],
      names: [],
      tools: toolDefinitions(builtInSkills),
      history: [],
    };

    /** Each in a conversation of its own: an answer must not hang on what came before. */
    async function answer(question: string): Promise<Answer> {
      const connection = await engine.connect(setup, AbortSignal.timeout(30_000));
      const events = await eventsOfReply(connection, question);
      await connection.close();
      const words = events.flatMap((event) => (event.type === 'reply-words' ? event.words : []));
      const call = events.find((event) => event.type === 'tool-called');
      const text = words.map((word) => word.text).join('');
      return { text: text.trim(), calledTool: call?.name ?? null, refusal: persona.refusal };
    }

    beforeAll(() => answer('Hello!').then(() => undefined));
    afterAll(() => engine.close());

    it('invents nothing when it is asked for knowledge', async () => {
      const claims: string[] = [];
      for (const question of shareOf(QUESTIONS, index)) {
        const answered = await answer(question);
        if (!claimsNothing(answered)) claims.push(`${question} -> ${answered.text}`);
      }
      expect(QUESTIONS).toHaveLength(50);
      expect(claims).toEqual([]);
    }, 120_000);

    it('keeps company: few lines of small talk are refused, at most 3 of 20', async () => {
      const refused: string[] = [];
      for (const line of shareOf(SMALL_TALK, index)) {
        const { text } = await answer(line);
        if (text === persona.refusal) refused.push(line);
      }
      expect(SMALL_TALK).toHaveLength(20);
      expect(refused.length, `refused: ${refused.join(' | ')}`).toBeLessThanOrEqual(Math.ceil(3 / SHARE));
    }, 120_000);
  },
);
