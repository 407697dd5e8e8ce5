import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { writeWav } from '../audio/wav.ts';
import type { RecognisedWord, SpeechToText } from '../speech-to-text/speech-to-text.ts';
import { timedWords } from '../speech-to-text/word-estimate.ts';
import { checkedEndpoint, type TranscriptionEndpoint } from './endpoint.ts';
import type { HostedText } from './read-answer.ts';
import { type AnswerWay, type Sent, sendRecording } from './send-recording.ts';

const MOST_BYTES = 25_000_000;
/** Header, fields, and the marks between them. */
const FORM_BYTES = 4_096;
/** Longer pieces gain nothing, and a failed one costs more. */
const LONGEST_MS = 600_000;
/** A smaller limit than this is no limit but a broken service. */
const SHORTEST_SAMPLES = HEARING_SAMPLE_RATE_HZ;
const WAYS: readonly AnswerWay[] = ['words', 'stream', 'text'];

/** What left this computer, counted when it left: also what was refused or sent twice. */
export interface SentSound {
  readonly host: string;
  readonly seconds: number;
  readonly bytes: number;
  readonly uploads: number;
}

export interface HostedTranscription extends SpeechToText {
  /** Everything since it was opened. */
  readonly sent: SentSound;
}

/**
 * A transcription service that speaks OpenAI's POST /audio/transcriptions, behind the interface of every recogniser. It is
 * asked for words with times first, then for a stream of text, then for plain text, as the service allows.
 * @param options.language as the service wants it, "en"
 * @throws EngineFailure 'bad-input' for an address to which nothing may be sent
 */
export function openHostedTranscription(endpoint: TranscriptionEndpoint, options: { readonly language: string }): HostedTranscription {
  const url = checkedEndpoint(endpoint);
  const mostSamples = Math.floor(((endpoint.mostBytes ?? MOST_BYTES) - FORM_BYTES) / 2);
  const sent = { host: url.host, seconds: 0, bytes: 0, uploads: 0 };
  let reported = { ...sent };
  let way: AnswerWay = 'words';

  const send = async (samples: Float32Array, signal: AbortSignal | undefined): Promise<Sent> =>
    await sendRecording({
      url,
      key: endpoint.key,
      model: endpoint.model,
      language: options.language,
      wav: writeWav(samples, HEARING_SAMPLE_RATE_HZ),
      way,
      signal,
      leaving: (bytes) => {
        sent.bytes += bytes;
        sent.seconds += samples.length / HEARING_SAMPLE_RATE_HZ;
        sent.uploads += 1;
      },
    });

  const hear = async (samples: Float32Array, signal: AbortSignal | undefined): Promise<HostedText> => {
    if (samples.length > mostSamples) return await halves(samples, signal);
    const answer = await send(samples, signal);
    if (answer.kind === 'heard') return withTimes(answer.heard, samples);
    if (answer.kind === 'too-large') return await halves(samples, signal);
    way = WAYS[WAYS.indexOf(way) + 1] ?? 'text';
    return await hear(samples, signal);
  };

  const halves = async (samples: Float32Array, signal: AbortSignal | undefined): Promise<HostedText> => {
    if (samples.length < 2 * SHORTEST_SAMPLES) throw tooLarge(url.host);
    const at = quietMiddle(samples);
    const first = await hear(samples.slice(0, at), signal);
    return joined(first, await hear(samples.slice(at), signal), (at / HEARING_SAMPLE_RATE_HZ) * 1000);
  };

  return {
    id: `hosted:${url.host}:${endpoint.model}`,
    longestMs: Math.min(LONGEST_MS, Math.floor((mostSamples / HEARING_SAMPLE_RATE_HZ) * 1000)),
    sent,
    transcribe: async (samples, { signal }) => {
      const { text, words } = await hear(samples, signal);
      const left = { host: sent.host, seconds: sent.seconds - reported.seconds, bytes: sent.bytes - reported.bytes };
      const uploads = sent.uploads - reported.uploads;
      reported = { ...sent };
      // The service's doubts were looked at sentence by sentence, not over ten minutes.
      return { text, heardText: null, averageLogProbability: 0, rejected: text === '', words: words ?? [], left: { ...left, uploads } };
    },
    close: async () => undefined,
  };
}

/** Where the service tells no times they are estimated from the sound. */
function withTimes(heard: HostedText, samples: Float32Array): HostedText {
  if (heard.words !== null || heard.text === '') return heard;
  const words = heard.text.split(' ').map((text) => ({ text, confidence: 1 }));
  return { text: heard.text, words: timedWords(words, samples) };
}

function joined(first: HostedText, second: HostedText, offsetMs: number): HostedText {
  const later = (word: RecognisedWord) => ({ ...word, startMs: word.startMs + offsetMs, endMs: word.endMs + offsetMs });
  return { text: `${first.text} ${second.text}`.trim(), words: [...(first.words ?? []), ...(second.words ?? []).map(later)] };
}

const QUIET_SAMPLES = HEARING_SAMPLE_RATE_HZ / 5;

/** The middle of the quietest fifth of a second in the middle half. */
function quietMiddle(samples: Float32Array): number {
  let best = { energy: Number.POSITIVE_INFINITY, at: Math.floor(samples.length / 2) };
  for (let from = Math.floor(samples.length / 4); from + QUIET_SAMPLES < (samples.length * 3) / 4; from += QUIET_SAMPLES / 4) {
    let energy = 0;
    for (let index = from; index < from + QUIET_SAMPLES; index++) energy += (samples[index] ?? 0) ** 2;
    if (energy < best.energy) best = { energy, at: from + QUIET_SAMPLES / 2 };
  }
  return best.at;
}

function tooLarge(host: string): EngineFailure {
  return new EngineFailure('refused', `${host} takes no upload of even a second.`, { retryable: false, whatToDo: 'Use another service.' });
}
