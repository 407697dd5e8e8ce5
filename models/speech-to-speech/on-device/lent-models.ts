import type { LanguageModel } from '../../language/language-model.ts';
import type { SpeechToText } from '../../speech-to-text/speech-to-text.ts';
import { piecesOf, type TextToSpeech } from '../../text-to-speech/text-to-speech.ts';
import type { OnDeviceOpeners } from './on-device-model.ts';
import type { Role } from './role.ts';
import type { ReadMeaning } from './skill-choice.ts';

/** The models of one engine for another one: none is loaded twice, and whoever borrows one does not close it. */
export function lentModels(roles: {
  readonly speechToText: Role<SpeechToText>;
  readonly language: Role<LanguageModel>;
  readonly textToSpeech: Role<TextToSpeech>;
  readonly readMeaning?: ReadMeaning | undefined;
}): OnDeviceOpeners {
  const { speechToText, language, textToSpeech, readMeaning } = roles;
  const close = async () => undefined;
  return {
    ...(readMeaning === undefined ? {} : { readMeaning }),
    openSpeechToText: async () => {
      const { id, longestMs } = await speechToText.get();
      return { id, longestMs, close, transcribe: (samples, options) => speechToText.use((model) => model.transcribe(samples, options)) };
    },
    openLanguageModel: async () => {
      const { id, isTuned, writesCalls } = await language.get();
      return {
        ...{ id, close, ...(isTuned === undefined ? {} : { isTuned }), ...(writesCalls === undefined ? {} : { writesCalls }) },
        generate: (prompt, options) => language.stream((model) => model.generate(prompt, options)),
        prefill: (prompt, signal) => language.use((model) => model.prefill(prompt, signal)),
      };
    },
    openTextToSpeech: async () => {
      const { id } = await textToSpeech.get();
      return {
        ...{ id, close },
        speak: (text, options) => textToSpeech.use((model) => model.speak(text, options)),
        speakPieces: (text, options) => textToSpeech.stream((model) => piecesOf(model, text, options)),
        prepare: (voice) =>
          void textToSpeech.get().then(
            (model) => model.prepare?.(voice),
            // Whoever speaks hears of it.
            () => undefined,
          ),
      };
    },
  };
}
