import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import { joinedSamples } from '../../../models/audio/joined-samples.ts';
import { resample } from '../../../models/audio/resample.ts';
import type { TextToSpeech } from '../../../models/text-to-speech/text-to-speech.ts';
import { allRecordings, samplesOf } from '../../recordings/recordings.ts';
import { mixed, noise, silence, toPeak } from '../../recordings/sound-making.ts';
import { SPEAKERS, type Speaker, spoken } from '../../recordings/spoken-set.ts';

/** A stretch of speech with silence behind it. */
export interface PauseClip {
  readonly id: string;
  /** True when nothing more is coming; false where the speaker only thinks. */
  readonly whole: boolean;
  /** Mono, 16 kHz. */
  readonly samples: Float32Array;
}

/** What follows a fragment that is cut out of a longer sentence: its melody does not fall, because more was to come. */
const GOES_ON_WITH = 'something else tomorrow morning.';
const TAIL_MS = 700;

function linesOf(file: string): string[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * The pause set: whole turns (all recordings, and sentences by two speakers) and hesitations. Each hesitation is spoken
 * twice: alone, as somebody who stops ("I would like,"), and cut out of a sentence that goes on.
 */
export async function* pauseClips(voice: TextToSpeech): AsyncGenerator<PauseClip> {
  for (const { file, speechEndMs } of allRecordings()) {
    if (speechEndMs !== null && file !== 'hesitation.wav') yield { id: file, whole: true, samples: samplesOf(file) };
  }
  const [plain, , , robotic] = SPEAKERS;
  if (plain === undefined || robotic === undefined) throw new Error('the spoken set has four speakers');
  const said = (text: string, speaker: Speaker) => spoken(voice, { text, pronunciations: {} }, speaker, null);
  for (const text of linesOf('whole-turns.txt')) {
    for (const speaker of [plain, robotic]) yield { id: `${text} (${speaker.id})`, whole: true, samples: await said(text, speaker) };
  }
  for (const text of linesOf('hesitations.txt')) {
    yield { id: `${text} (${plain.id})`, whole: false, samples: await said(`${text},`, plain) };
    yield { id: `${text} (${robotic.id})`, whole: false, samples: await said(`${text},`, robotic) };
    yield { id: `${text} (cut)`, whole: false, samples: await cutShort(voice, text) };
  }
}

/** The beginning of a sentence that goes on, cut where the fragment ends. */
async function cutShort(voice: TextToSpeech, text: string): Promise<Float32Array> {
  const { samples, words } = await voice.speak(`${text} ${GOES_ON_WITH}`, { voice: { voiceId: 'joe', rate: 1, pitch: 1 }, steady: true });
  const endMs = words[text.split(' ').length - 1]?.endMs ?? 0;
  const cut = resample(
    samples.subarray(0, Math.round((endMs * SPEAKING_SAMPLE_RATE_HZ) / 1000)),
    SPEAKING_SAMPLE_RATE_HZ,
    HEARING_SAMPLE_RATE_HZ,
  );
  const whole = joinedSamples([silence(300), toPeak(cut, 0.6), silence(TAIL_MS)]);
  return mixed(whole, noise((whole.length * 1000) / HEARING_SAMPLE_RATE_HZ, 0.0004, text.length));
}
