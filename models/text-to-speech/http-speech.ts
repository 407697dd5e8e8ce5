import type OpenAI from 'openai';
import { type Endpoint, openEndpoint } from '../http-endpoint/endpoint.ts';
import { endpointFailure, isAbort, notTheInterface, tooSlow } from '../http-endpoint/endpoint-failure.ts';
import { withPatience } from '../http-endpoint/with-patience.ts';
import { soundOf } from './sound-stream.ts';
import { SpokenPace, StreamedWords } from './streamed-words.ts';
import { type SpeakOptions, type SpokenClause, type TextToSpeech, wholeClause } from './text-to-speech.ts';

const ROLE = 'the voice';
const SILENCE_MS = 20_000;
/** What the interface allows for `speed`. */
const SLOWEST = 0.25;
const FASTEST = 4;

export interface HttpSpeechOptions extends Endpoint {
  /** The server's own name of a voice. */
  readonly voice: string;
  /** 'wav' for servers that send no raw pcm; it is heard only when it is complete. */
  readonly format: 'pcm' | 'wav';
  /** Of raw pcm. */
  readonly rateHz: number;
  /** Longer texts are refused there and are sent in parts; null = there is no such limit for a clause. */
  readonly mostCharacters: number | null;
}

/**
 * A voice over `POST {url}/audio/speech`: OpenAI, Groq, speaches, LocalAI, vLLM-Omni. Sound goes on as it comes; the times
 * of words are estimated.
 * @throws EngineFailure 'bad-input' for an address that cannot be meant
 */
export async function openHttpSpeech(options: HttpSpeechOptions, send?: typeof fetch): Promise<TextToSpeech> {
  const client = await openEndpoint(options, send);
  const closing = new AbortController();
  const pace = new SpokenPace();
  const speakPieces = (text: string, speaking: SpeakOptions) => {
    const signal = speaking.signal === undefined ? closing.signal : AbortSignal.any([closing.signal, speaking.signal]);
    return pieces(client, options, { text, speaking, signal, pace });
  };
  return {
    id: options.model,
    speakPieces,
    speak: (text, speaking) => wholeClause(speakPieces(text, speaking)),
    close: async () => closing.abort(),
  };
}

interface Speaking {
  readonly text: string;
  readonly speaking: SpeakOptions;
  readonly signal: AbortSignal;
  readonly pace: SpokenPace;
}

/** The times of words count from the beginning of the clause. */
async function* pieces(
  client: OpenAI,
  options: HttpSpeechOptions,
  { text, speaking, signal, pace }: Speaking,
): AsyncGenerator<SpokenClause> {
  if (signal.aborted || !/[\p{L}\p{N}]/u.test(text)) return;
  const words = new StreamedWords(text, pace);
  try {
    for (const part of partsOf(respelled(text, speaking.respellings ?? {}), options.mostCharacters)) {
      for await (const samples of sound(client, options, { part, rate: speaking.voice.rate, signal })) {
        if (signal.aborted) return;
        if (samples.length > 0) yield { samples, words: words.take(samples.length) };
      }
    }
    yield { samples: new Float32Array(0), words: words.end() };
  } catch (failure) {
    if (!isAbort(failure, signal)) throw endpointFailure(failure, { url: options.url, role: ROLE });
  }
}

async function* sound(
  client: OpenAI,
  { url, model, voice, format, rateHz }: HttpSpeechOptions,
  { part, rate, signal }: { readonly part: string; readonly rate: number; readonly signal: AbortSignal },
): AsyncGenerator<Float32Array> {
  const speed = Math.min(FASTEST, Math.max(SLOWEST, rate));
  // A voice at its own pace is asked for nothing special: not every server knows `speed`.
  const pace = Math.abs(speed - 1) < 0.01 ? {} : { speed };
  const answer = await client.audio.speech.create({ model, voice, input: part, response_format: format, ...pace }, { signal });
  const { host } = new URL(url);
  if (answer.body === null || /json|html|text\/plain/.test(answer.headers.get('content-type') ?? '')) throw notTheInterface(host);
  const bytes = withPatience(answer.body as unknown as AsyncIterable<Uint8Array>, SILENCE_MS, () => tooSlow(host, ROLE));
  yield* soundOf(bytes, rateHz);
}

/** Names as they are said, in plain letters: these voices read text and nothing else. */
function respelled(text: string, respellings: Readonly<Record<string, string>>): string {
  let spoken = text;
  for (const [written, respelling] of Object.entries(respellings)) {
    const name = written.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    spoken = spoken.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'gu'), () => respelling);
  }
  return spoken;
}

/** A text in parts that are short enough, cut where a voice would breathe. */
function partsOf(text: string, most: number | null): string[] {
  if (most === null || text.length <= most) return [text];
  const head = text.slice(0, most);
  const cut = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; ')) + 1 || head.lastIndexOf(' ') || most;
  return [text.slice(0, cut).trim(), ...partsOf(text.slice(cut).trim(), most)].filter((part) => part !== '');
}
