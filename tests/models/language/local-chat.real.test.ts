import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPiece } from '../../../models/language/chat-model.ts';
import type { ChatWorkerPart, ChatWorkerRequest, GgufLook, TrialFigures } from '../../../models/language/chat-worker-messages.ts';
import { offered, openLocalChat, startChatWorker } from '../../../models/language/local-chat.ts';
import { SpokenPart } from '../../../models/language/spoken-part.ts';
import { isMissing, realPlaces } from '../real-places.ts';
import { THINKING_TEMPLATE, writeTalkingGguf } from './talking-gguf.ts';

const BASE = join(realPlaces.modelFolder, 'gemma-3-270m-q4/gemma-3-270m-q4_k_m.gguf');
const { workerFolder } = realPlaces;
const timer = {
  name: 'timer.set',
  description: 'Starts a timer.',
  parameters: { type: 'object', properties: { duration: { type: 'string' } }, required: ['duration'] },
};

/** A busy machine needs some seconds to load a model. */
const PATIENCE_MS = 120_000;
const TIMES = 3;

describe.skipIf(isMissing('language'))('a model in a GGUF file of one’s own', { timeout: PATIENCE_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-own-'));
  const file = join(folder, 'talking.gguf');
  beforeAll(() => writeTalkingGguf(BASE, file));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is looked at without being loaded', async () => {
    const worker = await startChatWorker(workerFolder);
    expect(await worker.call<GgufLook>('look', { file })).toEqual({
      name: 'Gemma 3 270m',
      architecture: 'gemma3',
      contextTokens: 32768,
      hasChatTemplate: true,
    });
    expect(await worker.call<GgufLook>('look', { file: BASE })).toMatchObject({ hasChatTemplate: false });
    await worker.close();
  });

  it('is measured: how long it loads, how fast it reads and writes', async () => {
    const worker = await startChatWorker(workerFolder);
    const steps: unknown[] = [];
    const figures = await worker.call<TrialFigures>('trial', { file }, { onPart: (step) => steps.push(step) });
    expect(steps[0]).toEqual({ step: 'loading', tokens: 0 });
    expect(steps.at(-1)).toMatchObject({ step: 'writing' });
    for (const figure of [figures.loadMs, figures.readPerSecond, figures.writePerSecond]) expect(figure).toBeGreaterThan(0);
    expect(figures.writePerSecond).toBeLessThan(10_000);
    await worker.close();
  });

  it('stops being measured when asked to', async () => {
    const worker = await startChatWorker(workerFolder);
    const abort = new AbortController();
    const figures = worker.call<TrialFigures | null>('trial', { file }, { signal: abort.signal, onPart: () => abort.abort() });
    await expect(figures.catch(() => null)).resolves.toBeFalsy();
    await worker.close();
  });

  it('talks by the template of its own metadata, and ends when it is left', async () => {
    const chat = await openLocalChat({ file, id: 'own', workerFolder });
    const pieces: ChatPiece[] = [];
    for await (const piece of chat.reply({ messages: [{ role: 'user', text: 'Good morning.' }], functions: [] })) {
      pieces.push(piece);
      if (pieces.length > 5) break;
    }
    expect(pieces.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(0);
    await chat.close();
  });

  it('thinks by its template at most as many tokens as it may and not one unasked, and says nothing of it', async () => {
    const thinking = join(folder, 'thinking.gguf');
    writeTalkingGguf(BASE, thinking, THINKING_TEMPLATE);
    const worker = await startChatWorker(workerFolder);
    expect(await worker.call('open', { file: thinking })).toEqual({ thinks: true });
    const thoughts = async (most: number) => {
      const parts: ChatWorkerPart[] = [];
      const messages = [{ role: 'user', text: 'What is six by seven?' }] as const;
      const request: ChatWorkerRequest = { messages, functions: [], mostTokens: 30, mostThoughtTokens: most };
      await worker.call('reply', request, { onPart: (part) => parts.push(part as ChatWorkerPart) });
      // What this model writes is another every time, marks too: they are dropped behind the worker. A mark broken by a line is none.
      const spoken = new SpokenPart();
      const said = [...parts.flatMap((part) => ('text' in part ? spoken.take(part.text) : [])), ...spoken.end()];
      expect(said.map(({ text }) => text).join('')).not.toMatch(/<\/?think>/);
      return parts.filter((part) => 'thought' in part).length;
    };
    expect(await thoughts(0)).toBe(0);
    // This model was not made for it: whether it thinks at all is its own affair. That thoughts come through: `limited-thoughts.test.ts`.
    for (let time = 0; time < TIMES; time += 1) expect(await thoughts(12)).toBeLessThanOrEqual(12);
    await worker.close();
  });

  it('calls by grammar: whatever it calls is there, with the parameters that are', async () => {
    const chat = await openLocalChat({ file, id: 'own', workerFolder });
    const messages = [{ role: 'user' as const, text: 'Start a timer for five minutes.' }];
    for await (const piece of chat.reply({ messages, functions: [timer], signal: AbortSignal.timeout(20_000) })) {
      if (piece.kind !== 'call') continue;
      expect(piece.call.name).toBe('timer.set');
      expect(Object.keys(piece.call.arguments)).toEqual(['duration']);
    }
    await chat.close();
  });

  it('is refused in one sentence when it was not made for talking, or is no model at all', async () => {
    await expect(openLocalChat({ file: BASE, id: 'own', workerFolder })).rejects.toThrow(/has no chat template/);
    const page = join(folder, 'page.gguf');
    writeFileSync(page, '<html>sign in</html>');
    await expect(openLocalChat({ file: page, id: 'own', workerFolder })).rejects.toThrow(/no GGUF file/);
  });
});

describe('functions of a larger model', () => {
  const weather = { name: 'clock.time', description: 'Tells the time of day.', parameters: { type: 'object', properties: {} } };

  it('are those that the words may be about', () => {
    const said = [{ role: 'user' as const, text: 'Set a timer please' }];
    expect(offered([weather, timer], said).map(({ name }) => name)).toEqual(['timer.set']);
    expect(offered([weather, timer], [{ role: 'user', text: 'Good morning.' }])).toEqual([]);
  });

  it('are none once one was called: its result is told', () => {
    expect(
      offered(
        [timer],
        [
          { role: 'user', text: 'a timer' },
          { role: 'result', callId: '1', output: 'done' },
        ],
      ),
    ).toEqual([]);
  });
});
