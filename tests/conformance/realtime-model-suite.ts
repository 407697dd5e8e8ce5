import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineEvent, RealtimeConnection, RealtimeModel } from '../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from '../models/speech-to-speech/on-device/setup.ts';

type Engine = RealtimeModel & { close?(): Promise<void> };

/** May come at any time, and belong to no reply. */
const OF_THE_CONNECTION = new Set<EngineEvent['type']>(['usage', 'resume-handle', 'going-away']);

/** What every engine must do, asked in text: three conversations of one turn each, about a story, for which a model may have to be loaded first. */
export function realtimeModelSuite(open: () => Engine): void {
  describe('as an engine', { timeout: 40_000 }, () => {
    let engine: Engine;
    let connection: RealtimeConnection;
    let events: EngineEvent[];
    beforeAll(() => {
      engine = open();
    });
    afterAll(() => engine.close?.());
    beforeEach(async () => {
      connection = await engine.connect(plainSetup, new AbortController().signal);
      events = [];
      connection.subscribe((event) => {
        if (!OF_THE_CONNECTION.has(event.type)) events.push(event);
      });
      return () => connection.close();
    });

    const types = () => events.map(({ type }) => type);
    const ask = () => {
      connection.appendItem({ kind: 'user-text', text: 'Tell me a story.' });
      connection.respond();
    };
    const until = (type: EngineEvent['type']) => vi.waitFor(() => expect(types()).toContain(type), 30_000);

    it('tells a reply in order: started, first token, audio and words, one end', async () => {
      ask();
      await until('response-ended');
      expect(types().slice(0, 2)).toEqual(['response-started', 'first-token']);
      expect(types().filter((type) => type === 'response-ended')).toHaveLength(1);
      expect(events.at(-1)).toMatchObject({ type: 'response-ended', end: 'completed' });
      expect(types()).toContain('reply-audio');
      expect(types()).toContain('reply-words');
    });

    it('tells words in the order of their times, inside the audio of their item', async () => {
      ask();
      await until('response-ended');
      const samples = events.reduce((sum, event) => sum + (event.type === 'reply-audio' ? event.samples.length : 0), 0);
      const words = events.flatMap((event) => (event.type === 'reply-words' ? event.words : []));
      for (const [index, word] of words.entries()) expect(word.startMs).toBeGreaterThanOrEqual((words[index - 1]?.endMs ?? 0) - 1e-6);
      expect(words.at(-1)?.endMs).toBeLessThanOrEqual(samples / 24 + 1e-6);
    });

    it('ends at once when it is cancelled, and tells nothing of it afterwards', async () => {
      ask();
      connection.cancel();
      expect(events.at(-1)).toMatchObject({ type: 'response-ended', end: 'cancelled' });
      const told = events.length;
      connection.cancel();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(events).toHaveLength(told);
    });

    it('does not connect for somebody who left, and tells nothing once it is closed', async () => {
      await expect(engine.connect(plainSetup, AbortSignal.abort())).rejects.toThrow();
      await connection.close();
      expect(events).toEqual([]);
    });
  });
}
