import type { LanguageModel } from '../../language/language-model.ts';
import type { SpeechToText } from '../../speech-to-text/speech-to-text.ts';
import type { TextToSpeech } from '../../text-to-speech/text-to-speech.ts';
import type { RealtimeModel } from '../realtime-model.ts';
import { ClauseVoice } from './clause-voice.ts';
import type { RehearsedNames } from './name-rehearsals.ts';
import { OnDeviceConnection } from './on-device-connection.ts';
import { Role } from './role.ts';

/** How each role's model is opened; a dead worker is replaced by opening again. */
export interface OnDeviceOpeners {
  readonly openSpeechToText: () => Promise<SpeechToText>;
  readonly openLanguageModel: () => Promise<LanguageModel>;
  readonly openTextToSpeech: () => Promise<TextToSpeech>;
}

export interface OnDeviceRoles {
  readonly speechToText: Role<SpeechToText>;
  readonly languageModel: Role<LanguageModel>;
  readonly textToSpeech: Role<TextToSpeech>;
  readonly rehearsedNames: RehearsedNames;
  readonly clauseVoice: ClauseVoice;
}

/**
 * The engine of this computer: recogniser, phrases and small language model, voice, composed behind the engine contract.
 * Models are opened at the first connection and shared by the next ones; `close` ends their workers.
 */
export function createOnDeviceModel(openers: OnDeviceOpeners): RealtimeModel & { close(): Promise<void> } {
  const textToSpeech = new Role(openers.openTextToSpeech);
  const roles: OnDeviceRoles = {
    speechToText: new Role(openers.openSpeechToText),
    languageModel: new Role(openers.openLanguageModel),
    textToSpeech,
    rehearsedNames: new Map(),
    clauseVoice: new ClauseVoice(textToSpeech),
  };
  const all = [roles.speechToText, roles.languageModel, textToSpeech];
  return {
    id: 'on-device',
    label: 'On this computer',
    capabilities: {
      runsOn: 'this-computer',
      manualTurns: true,
      anticipation: true,
      truncation: true,
      textInput: true,
      partialTranscripts: true,
      wordTimes: true,
    },
    connect: async (setup, signal) => {
      // The recogniser first: it is needed first, and two cores load two models no faster than one after the other.
      await Promise.all(all.map((role) => role.get()));
      signal.throwIfAborted();
      return new OnDeviceConnection(roles, setup);
    },
    close: async () => {
      await Promise.all(all.map((role) => role.close()));
    },
  };
}
