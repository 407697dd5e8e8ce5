import type OpenAI from 'openai';
import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { writeWav } from '../audio/wav.ts';
import { type Endpoint, openEndpoint } from '../http-endpoint/endpoint.ts';
import { endpointFailure, notTheInterface } from '../http-endpoint/endpoint-failure.ts';
import { isInvented } from './invented-text.ts';
import type { BiasedName, SpeechToText, TranscribeOptions, Transcript } from './speech-to-text.ts';

const ROLE = 'the recogniser';
/** Servers take files of 25 MB: 13 minutes. Nobody talks that long in one breath. */
const LONGEST_MS = 120_000;
/** The older models read 224 tokens of a prompt, its end first. */
const MOST_PROMPT = 600;
const NOTHING: Transcript = { text: '', heardText: null, averageLogProbability: 0, rejected: true };

export interface HttpTranscriptionOptions extends Endpoint {
  /** 'en'; null = the server finds out. */
  readonly language: string | null;
}

/**
 * Words over `POST {url}/audio/transcriptions`: OpenAI, Groq, speaches, LocalAI, vLLM, `parley serve`. Whole utterances as
 * WAV; partial words only where requests are free.
 * @throws EngineFailure 'bad-input' for an address that cannot be meant
 */
export async function openHttpTranscription(options: HttpTranscriptionOptions, send?: typeof fetch): Promise<SpeechToText> {
  const client = await openEndpoint(options, send);
  const closing = new AbortController();
  return {
    id: options.model,
    longestMs: LONGEST_MS,
    transcribe: (samples, { signal, bias = [] }: TranscribeOptions) => {
      const until = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]);
      return transcribe(client, options, { samples, bias, signal: until });
    },
    close: async () => closing.abort(),
  };
}

async function transcribe(
  client: OpenAI,
  options: HttpTranscriptionOptions,
  { samples, bias, signal }: { readonly samples: Float32Array; readonly bias: readonly BiasedName[]; readonly signal: AbortSignal },
): Promise<Transcript> {
  if (samples.length === 0) return NOTHING;
  const { model, language } = options;
  const file = new File([writeWav(samples, HEARING_SAMPLE_RATE_HZ) as Uint8Array<ArrayBuffer>], 'speech.wav', { type: 'audio/wav' });
  const heardIn = language === null ? {} : { language };
  try {
    const answer = await client.audio.transcriptions.create(
      { file, model, response_format: 'json', ...heardIn, ...namesFor(model, bias) },
      { signal },
    );
    return transcriptOf(answer, options.url);
  } catch (failure) {
    throw endpointFailure(failure, { url: options.url, role: ROLE });
  }
}

/** Newer models take names as such, the older ones lean towards what stands in the prompt. */
function namesFor(model: string, bias: readonly BiasedName[]): { prompt?: string; keywords?: string[] } {
  const names = [...new Set(bias.map(({ written }) => written.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()))].filter((name) => name !== '');
  if (names.length === 0) return {};
  if (/^gpt-(live-)?transcribe/.test(model)) return { keywords: names.slice(0, 100) };
  let prompt = '';
  for (const name of names) {
    if (prompt.length + name.length > MOST_PROMPT) break;
    prompt += `${prompt === '' ? 'Names: ' : ', '}${name}`;
  }
  return { prompt: `${prompt}.` };
}

function transcriptOf(answer: { readonly text?: unknown }, url: string): Transcript {
  if (typeof answer !== 'object' || typeof answer?.text !== 'string') throw notTheInterface(new URL(url).host);
  // Recognisers made from language models put their own marks first: "language English<asr_text>".
  const text = answer.text.replace(/^\s*(language\s+\w+\s*)?<asr_text>/i, '').trim();
  if (isInvented(text, false)) return NOTHING;
  return { text, heardText: null, averageLogProbability: 0, rejected: false };
}
