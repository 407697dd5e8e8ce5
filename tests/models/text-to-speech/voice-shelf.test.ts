import { expect, it } from 'vitest';
import { FIRST_VOICE } from '../../../models/text-to-speech/voice-files.ts';
import { VoiceShelf } from '../../../models/text-to-speech/voice-shelf.ts';
import type { InferenceWorker } from '../../../native/inference-worker/index.ts';

function shelfOf(...ids: string[]) {
  const opened: string[] = [];
  const closed: string[] = [];
  const worker = (id: string): InferenceWorker => ({
    call: <Output>() => Promise.resolve(id as Output),
    close: async () => void closed.push(id),
  });
  const shelf = new VoiceShelf({
    first: worker('first'),
    installed: async () => ids.map((id) => ({ id, label: id, modelFile: id })),
    open: async (modelFile) => {
      opened.push(modelFile);
      if (modelFile === 'broken') throw new Error('no net');
      return worker(modelFile);
    },
  });
  const speaks = async (id: string) => await (await shelf.get(id)).call<string>('speak', null);
  return { shelf, speaks, opened, closed };
}

it('loads a voice when it is first used, once', async () => {
  const { shelf, speaks, opened } = shelfOf('alba');
  expect(await speaks(FIRST_VOICE.id)).toBe('first');
  expect(opened).toEqual([]);
  expect(await Promise.all([speaks('alba'), speaks('alba')])).toEqual(['alba', 'alba']);
  expect(opened).toEqual(['alba']);
  await shelf.close();
});

it('speaks in the first voice where another is not there, or is broken, and tries that one again later', async () => {
  const { speaks, opened } = shelfOf('broken');
  expect([await speaks('nobody'), await speaks('broken'), await speaks('broken')]).toEqual(['first', 'first', 'first']);
  expect(opened).toEqual(['broken', 'broken']);
});

it('puts away those that were not used for the longest time, and all in the end', async () => {
  const { shelf, speaks, closed } = shelfOf('a', 'b', 'c');
  for (const id of ['a', 'b', 'a', 'c']) await speaks(id);
  await Promise.resolve();
  expect(closed).toEqual(['b']);
  expect(await speaks('b')).toBe('b');
  await shelf.close();
  expect(closed.toSorted()).toEqual(['a', 'b', 'b', 'c', 'first']);
});
