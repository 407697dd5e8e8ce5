import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVoiceEncoder } from '../../../../models/speaker-embedding/voice-encoder.ts';
import { openPiper } from '../../../../models/text-to-speech/piper.ts';
import { pcm16, wavFile } from '../../../models/audio-file/wav-making.ts';
import { isMissing, realPlaces } from '../../../models/real-places.ts';
import { allRecordings, samplesOf } from '../../../recordings/recordings.ts';
import { SPEAKERS, type Speaker, spoken } from '../../../recordings/spoken-set.ts';
import { openRealEngine, type RealEngine, transcribe } from '../real-work.ts';
import { type SpeakerTurn, speakerError } from './speaker-error.ts';

interface Talk {
  readonly path: string;
  readonly turns: readonly SpeakerTurn[];
}

const LINES = [
  'Good morning, shall we begin with the report from last week?',
  'Yes, the numbers are better than we had expected in the summer.',
  'I would like to hear more about the plan for the next two months.',
  'We should ask the people in the other office before we decide anything.',
  'That is a good idea, I will write to them this afternoon.',
  'Then let us meet again on Thursday and look at what they say.',
  'The weather was terrible on the way here, the train was an hour late.',
  'Mine was on time, but there was no place to sit down anywhere.',
  'Perhaps we can talk by telephone the next time we have a meeting.',
];

describe.skipIf(isMissing('speech-to-text', 'audio-file', 'speaker-embedding'))('who speaks when, really', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-speakers-'));
  let engine: RealEngine;
  beforeAll(async () => {
    const voices = await openVoiceEncoder(realPlaces);
    const opened = await openRealEngine();
    engine = { ...opened, voices: async () => voices, close: async () => void (await Promise.all([opened.close(), voices.close()])) };
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string, said: readonly { readonly speaker: string; readonly samples: Float32Array }[], pauseMs: number): Talk {
    const turns: SpeakerTurn[] = [];
    const parts: number[] = [];
    for (const { speaker, samples } of said) {
      const startMs = parts.length / 16;
      for (const sample of samples) parts.push(sample);
      turns.push({ startMs, endMs: parts.length / 16, speaker });
      for (let index = 0; index < pauseMs * 16; index++) parts.push(0);
    }
    const path = join(folder, name);
    writeFileSync(path, wavFile({ sound: pcm16(parts) }));
    return { path, turns };
  }

  async function measure({ path, turns }: Talk, title: string) {
    const outcome = await transcribe(engine, path, { speakers: 'by-voice' });
    if (outcome.kind !== 'done') throw new Error('it was stopped');
    const { segments, speakers } = outcome.transcript;
    // Pauses inside turns are nobody's: only who speaks is judged, not where a sentence ends.
    const found = turns.flatMap((turn) => segmentsIn(turn, segments));
    const error = speakerError(turns, found);
    console.log(`${title}: ${speakers.length} speakers found, error ${(error * 100).toFixed(1)} %`);
    return { error, speakers: speakers.length };
  }

  it('two voices of the recordings', async () => {
    const clips = allRecordings().filter(({ text, noise, speed }) => text !== '' && noise === 'none' && speed === 1);
    const said = ['Piper en_US-joe-medium', 'eSpeak NG en-gb'].flatMap((voice) =>
      clips
        .filter((clip) => clip.voice === voice)
        .slice(0, 8)
        .map(({ file }) => ({ speaker: voice, samples: samplesOf(file) })),
    );
    const inTurns = said.slice(0, 8).flatMap((first, index) => [first, said[8 + index] ?? first]);
    const found = await measure(write('two.wav', inTurns, 1000), 'two voices, in turns of two seconds');
    expect(found.speakers).toBe(2);
    expect(found.error).toBeLessThan(0.1);
  }, 120_000);

  it.skipIf(isMissing('text-to-speech') || spawnSync('espeak-ng', ['--version']).status !== 0)(
    'three voices in a longer talk',
    async () => {
      const voice = await openPiper(realPlaces);
      const speakers = [SPEAKERS[0], SPEAKERS[2], SPEAKERS[3]].filter((speaker): speaker is Speaker => speaker !== undefined);
      const said = [];
      for (const [index, text] of [...LINES, ...LINES].entries()) {
        const speaker = speakers[index % 3] ?? speakers[0];
        if (speaker !== undefined)
          said.push({ speaker: speaker.id, samples: await spoken(voice, { text, pronunciations: {} }, speaker, null) });
      }
      await voice.close();
      const found = await measure(write('three.wav', said, 200), 'three voices (one voice in two pitches among them)');
      expect(found.speakers).toBe(3);
      expect(found.error).toBeLessThan(0.15);
    },
    400_000,
  );
});

function segmentsIn(turn: SpeakerTurn, segments: readonly { startMs: number; endMs: number; speaker: string | null }[]): SpeakerTurn[] {
  const inside = segments.filter(({ startMs, endMs, speaker }) => speaker !== null && startMs < turn.endMs && endMs > turn.startMs);
  return inside.map(({ speaker }, index) => ({
    startMs: index === 0 ? turn.startMs : Math.max(turn.startMs, inside[index]?.startMs ?? 0),
    endMs: index === inside.length - 1 ? turn.endMs : Math.min(turn.endMs, inside[index + 1]?.startMs ?? turn.endMs),
    speaker: speaker ?? '',
  }));
}
