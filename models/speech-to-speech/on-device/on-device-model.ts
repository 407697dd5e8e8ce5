import type { ChatModel } from '../../language/chat-model.ts';
import type { LanguageModel } from '../../language/language-model.ts';
import type { SpeechToText } from '../../speech-to-text/speech-to-text.ts';
import type { TextToSpeech } from '../../text-to-speech/text-to-speech.ts';
import type { RealtimeModel } from '../realtime-model.ts';
import { ChatMind } from './chat-mind.ts';
import { ClauseVoice } from './clause-voice.ts';
import { EmbeddedMind } from './embedded-mind.ts';
import { lentModels } from './lent-models.ts';
import type { Mind } from './mind.ts';
import type { RehearsedNames } from './name-rehearsals.ts';
import { OnDeviceConnection } from './on-device-connection.ts';
import { Role } from './role.ts';
import type { ReadMeaning } from './skill-choice.ts';

/** How each role's model is opened; a dead worker is replaced by opening again. */
export interface OnDeviceOpeners {
  readonly openSpeechToText: () => Promise<SpeechToText>;
  readonly openLanguageModel: () => Promise<LanguageModel>;
  /** A larger model that answers instead of the language model, which is then not opened. */
  readonly openChatModel?: () => Promise<ChatModel>;
  readonly openTextToSpeech: () => Promise<TextToSpeech>;
  /** Which skills words ask for by their meaning; left out = phrases alone are understood. */
  readonly readMeaning?: ReadMeaning;
}

export interface OnDeviceRoles {
  readonly speechToText: Role<SpeechToText>;
  readonly textToSpeech: Role<TextToSpeech>;
  readonly rehearsedNames: RehearsedNames;
  readonly clauseVoice: ClauseVoice;
  readonly metered: Metered;
}

/** How the engine shows itself, where some of it runs elsewhere. */
export interface OnDeviceLook {
  readonly id: string;
  readonly label: string;
  readonly runsOn: 'this-computer' | 'host';
  readonly metered: Metered;
}

/**
 * Where every request counts, none is made on the chance that it will be needed: no partial words, nothing made ahead of
 * the end of a turn.
 */
export interface Metered {
  readonly hearing: boolean;
  readonly talk: boolean;
  readonly voice: boolean;
}

export interface OnDeviceModel extends RealtimeModel {
  /** Its recogniser alone: what was said, quickly and without names; null = nothing that words could be made of. */
  hear(samples: Float32Array, signal: AbortSignal): Promise<string | null>;
  /** Resolves when every model that is being loaded is there, or could not be. */
  loaded(): Promise<void>;
  /** Its models for an engine that does only some of the work elsewhere. */
  readonly lent: OnDeviceOpeners;
  close(): Promise<void>;
}

/** Who asks for a story, or in words that no phrase knows, often does so again. */
const RESTS_AFTER_MS = 10 * 60_000;

const ON_THIS_COMPUTER: OnDeviceLook = {
  id: 'on-device',
  label: 'On this computer',
  runsOn: 'this-computer',
  metered: { hearing: false, talk: false, voice: false },
};

/**
 * The engine of this computer: recogniser, phrases and small language model, voice, composed behind the engine contract.
 * Each role may be opened elsewhere instead. Models are opened at the first connection and shared by the next ones;
 * `close` ends their workers.
 */
export function createOnDeviceModel(openers: OnDeviceOpeners, look: OnDeviceLook = ON_THIS_COMPUTER): OnDeviceModel {
  const { metered } = look;
  const textToSpeech = new Role(openers.openTextToSpeech);
  const roles: OnDeviceRoles = {
    speechToText: new Role(openers.openSpeechToText),
    textToSpeech,
    rehearsedNames: new Map(),
    clauseVoice: new ClauseVoice(textToSpeech),
    metered,
  };
  // By need: most turns want a skill or a listener, and its memory is a third of all. Never beside the voice, which everything
  // needs: two cores load two models no faster than one after the other.
  const language = new Role(async () => {
    await textToSpeech.settled();
    return await openers.openLanguageModel();
  }, RESTS_AFTER_MS);
  const { mind, role, thinks } = mindOf(openers, language);
  const all = [roles.speechToText, role, textToSpeech];
  return {
    id: look.id,
    label: look.label,
    capabilities: {
      get thinks() {
        return thinks();
      },
      runsOn: look.runsOn,
      manualTurns: true,
      anticipation: !metered.hearing,
      truncation: true,
      textInput: true,
      partialTranscripts: !metered.hearing,
      wordTimes: true,
    },
    connect: async (setup, signal) => {
      // One can talk as soon as one is heard; the voice is loaded meanwhile, and the first reply waits for it. What a larger
      // model can do is known only when it is loaded.
      await roles.speechToText.get();
      if (openers.openChatModel !== undefined) await role.get();
      signal.throwIfAborted();
      const loading = textToSpeech.get();
      const connection = new OnDeviceConnection(roles, mind(), setup);
      loading.catch((failure: unknown) => connection.breakOff(failure));
      return connection;
    },
    hear: (samples, signal) =>
      roles.speechToText.use(async (recogniser) => {
        const { text, rejected } = await recogniser.transcribe(samples, { effort: 'partial', signal });
        return rejected || signal.aborted ? null : text;
      }),
    loaded: async () => {
      await Promise.all(all.map((each) => each.settled()));
    },
    lent: lentModels({ speechToText: roles.speechToText, language, textToSpeech, readMeaning: openers.readMeaning }),
    close: async () => {
      await Promise.all(all.map((each) => each.close()));
    },
  };
}

/** Who answers in words, made anew for each connection. */
function mindOf({ openChatModel, readMeaning }: OnDeviceOpeners, language: Role<LanguageModel>) {
  if (openChatModel === undefined)
    return { role: language, mind: (): Mind => new EmbeddedMind(language, readMeaning), thinks: () => false };
  let model: ChatModel | null = null;
  const role = new Role(async () => {
    model = await openChatModel();
    return model;
  });
  return { role, mind: (): Mind => new ChatMind(role), thinks: () => model?.thinks === true };
}
