import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { resample } from '../audio/resample.ts';
import type { EngineName } from '../speech-to-speech/realtime-model.ts';
import type { SoundFrames } from '../speech-to-text/sound-likeness.ts';
import type { SpeechToText } from '../speech-to-text/speech-to-text.ts';
import type { TextToSpeech } from '../text-to-speech/text-to-speech.ts';
import { localNames, type RehearsedName } from './local-names.ts';
import { soundsOfName, withSilence } from './name-sound.ts';
import { soundDistance, soundsOfIpa, soundsOfWords } from './sounds.ts';

/** What a name is said in, and where it then stands in what was heard. */
const SENTENCES: readonly (readonly [said: (name: string) => string, heard: RegExp])[] = [
  [(name) => `My name is ${name}.`, /^my name(?: is|'s),? (?<name>.+)$/iu],
  [(name) => `I met ${name} yesterday.`, /^i (?:met|meet) (?<name>.+?),? yesterday$/iu],
];
/** Nobody speaks like the voice: several manners of it are as near as it comes to several people. */
const MANNERS = [
  { rate: 1, pitch: 1 },
  { rate: 0.9, pitch: 0.95 },
  { rate: 1.1, pitch: 1.06 },
] as const;
/** How it sounds is learned from these; further ones found no name more. */
const SOUNDING_MANNERS = 2;
const MOST_FORMS = 4;
const MOST_WORDS = 3;
/** Shorter forms are heard in anything. */
const FEWEST_SOUNDS = 3;
/** What sounds less like the name was misheard beyond use. */
const UNLIKE = 0.6;

export interface Rehearsal {
  readonly voice: Pick<TextToSpeech, 'speak'>;
  readonly recogniser: Pick<SpeechToText, 'transcribe' | 'soundFrames'>;
  readonly signal: AbortSignal;
}

/**
 * Says a name as its card has it said, in several manners, and listens to what the recogniser makes of it: "Kiva", "Keevy" for
 * Caoimhe. Such forms are likely when other people say it, too. Takes some seconds of a core, so it is for idle times.
 * @returns at most four forms, the most frequent first, none when it is always written right, or never understood; and how it sounds
 * @throws EngineFailure where one of the models fails; the reason of the signal when it is aborted
 */
export async function rehearseName(name: EngineName, { voice, recogniser, signal }: Rehearsal): Promise<RehearsedName> {
  const { pronunciations } = localNames([name]);
  const heard: string[] = [];
  const examples: SoundFrames[] = [];
  for (const [index, manner] of MANNERS.entries()) {
    const say = async (text: string) => {
      const { samples, words } = await voice.speak(text, { voice: { voiceId: 'joe', ...manner }, pronunciations, steady: true, signal });
      signal.throwIfAborted();
      return { samples: resample(samples, SPEAKING_SAMPLE_RATE_HZ, HEARING_SAMPLE_RATE_HZ), words };
    };
    if (index < SOUNDING_MANNERS && hasFrames(recogniser)) {
      examples.push(...(await soundsOfName(name.written, { say, manner: JSON.stringify(manner) }, recogniser, signal)));
    }
    for (const [said, place] of SENTENCES) {
      const { samples } = await say(said(name.written));
      const { text, heardText } = await recogniser.transcribe(withSilence(samples), { effort: 'final', signal });
      signal.throwIfAborted();
      // What was really heard: no common name is to be guessed into it.
      const form = formIn(heardText ?? text, place);
      if (form !== null) heard.push(form);
    }
  }
  return { forms: usefulForms(heard, name), examples };
}

function hasFrames(
  recogniser: Pick<SpeechToText, 'transcribe' | 'soundFrames'>,
): recogniser is Required<Pick<SpeechToText, 'transcribe' | 'soundFrames'>> {
  return recogniser.soundFrames !== undefined;
}

function formIn(text: string, place: RegExp): string | null {
  const words = text.replace(/[.!?,\s]+$/u, '');
  return (
    place
      .exec(words)
      ?.groups?.['name']?.replaceAll(/[.,!?]/g, '')
      .trim() ?? null
  );
}

/** The forms that tell this name from others, the most frequent first. */
export function usefulForms(heard: readonly string[], name: EngineName): readonly string[] {
  const sounds = name.ipa === null ? soundsOfWords(name.written) : soundsOfIpa(name.ipa);
  const counts = new Map<string, number>();
  for (const form of heard) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts]
    .filter(([form]) => form !== name.written && form.split(' ').length <= MOST_WORDS && /^[\p{L}\p{M}'’ -]+$/u.test(form))
    .filter(([form]) => soundsOfWords(form).length >= FEWEST_SOUNDS && soundDistance(sounds, soundsOfWords(form)) <= UNLIKE)
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_FORMS)
    .map(([form]) => form);
}
