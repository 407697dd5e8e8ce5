import { join } from 'node:path';
import { openOwnMeaning } from '../../../models/meaning/own-meaning.ts';
import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import { openSmartTurn } from '../../../models/turn-end/smart-turn.ts';
import { tirelessTurnEnd } from '../../../models/turn-end/tireless-turn-end.ts';
import type { TurnEnd } from '../../../models/turn-end/turn-end.ts';
import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../ipc/audio-frame.ts';
import type { EngineAccess } from '../../ipc/engine-schema.ts';
import type { Profiles } from '../../ipc/window-schema.ts';
import type { Scope } from '../../lifetime/scope.ts';
import { builtInMenu, MenuBook } from '../canvas/menu-book.ts';
import { openSocketGate } from '../ledger/socket-gate.ts';
import { practiseReading } from '../memory/practise-reading.ts';
import { loadPersonas } from '../personas/load-personas.ts';
import { PersonaDesk } from '../personas/persona-desk.ts';
import { builtInSkills } from '../skills/built-in-skills.ts';
import { practiseChoosing } from '../skills/practise-choosing.ts';
import { type RecordingDesk, recordingSkills } from '../skills/recording-skills.ts';
import type { Profile } from '../store/open-profile.ts';
import { openPrivateStore } from '../store/private-store.ts';
import { cascadeEntries } from './cascade-entries.ts';
import { engineCatalog } from './engine-catalog.ts';
import { EngineDesk } from './engine-desk.ts';
import { Meaning } from './meaning.ts';
import { cascadeBeside, onDeviceEngine, ownModelEntries, ownModelFolder } from './on-device-engine.ts';
import { OwnManner } from './own-manner.ts';
import { OwnModels } from './own-models.ts';
import { practise } from './practise.ts';
import { Session } from './session.ts';
import type { SessionOutput, SessionPreferences } from './session-dependencies.ts';
import type { ThinkingChoice } from './thinking-choice.ts';

/** Where the built program keeps what it runs on; differs between a checkout and a packaged application. */
export interface ProgramFolders {
  /** `<folder>/<model id>/<file>` */
  readonly models: string;
  /** `out/main/workers` */
  readonly workers: string;
  readonly assets: string;
  /** The file of the Silero net. */
  readonly voiceActivity: string;
}

export interface OpenedConversation {
  readonly session: Session;
  readonly engines: EngineDesk;
  readonly ownModels: OwnModels;
  readonly personas: PersonaDesk;
  readonly menus: MenuBook;
  readonly manner: OwnManner;
  readonly turnEnd: TurnEnd;
  /** Resolves when the models of this computer that are being loaded are there, or could not be. */
  readonly modelsLoaded: () => Promise<void>;
  /** To be started once the engine is loaded: it is needed last. */
  readonly meaning: Meaning;
  /** One sentence for each persona that could not be read; the others are there. */
  readonly problems: readonly string[];
}

/** Puts engine, profile, personas and skills together. The engine is not loaded yet: see `Session.open`. */
export async function openConversation(options: {
  readonly scope: Scope;
  readonly folders: ProgramFolders;
  /** Another one than was chosen. */
  readonly engine?: RealtimeModel | null;
  readonly profile: Profile;
  readonly preferences: SessionPreferences;
  readonly engineAccess: EngineAccess;
  readonly enginesChanged?: () => void;
  readonly profiles: () => Profiles;
  readonly nowMs: () => number;
  readonly output: SessionOutput;
  readonly thinking?: ThinkingChoice;
  /** The recording that is asked about; where there are no recordings, left out. */
  readonly recordings?: RecordingDesk;
  /** Facts are found by their words alone from then on, requests by their phrases. */
  readonly meaningFailed?: (failure: unknown) => void;
}): Promise<OpenedConversation> {
  const { scope, folders, profile } = options;
  const builtIn = await loadPersonas(join(folders.assets, 'personas'));
  const personas = new PersonaDesk(builtIn.personas, () => profile.store.documents);
  const meaning = new Meaning({
    ...{ scope, nowMs: options.nowMs, failed: options.meaningFailed ?? (() => undefined) },
    open: () => openOwnMeaning({ assets: folders.assets, workerFolder: folders.workers }),
  });
  const onDevice = onDeviceEngine(folders, (...said) => meaning.meantBy(...said));
  scope.add(() => onDevice.close());
  const gate = openSocketGate();
  scope.add(() => gate.close());
  const ownEntries = ownModelEntries(folders, scope);
  const engines = new EngineDesk({
    ...{ onDevice, gate, access: options.engineAccess, store: profile.store },
    personaId: options.preferences.personaId,
    entries: (access) => [
      ...ownEntries(access),
      ...engineCatalog(access),
      ...cascadeEntries(access, (roles, keyOf) => cascadeBeside(onDevice, roles, keyOf)),
    ],
    today: () => new Date(),
    output: options.output,
    onChanged: () => options.enginesChanged?.(),
  });
  scope.add(() => engines.room.close());
  const ownModels = new OwnModels({ scope, folder: ownModelFolder(folders.models), workerFolder: folders.workers });
  const menus = new MenuBook(builtInMenu(join(folders.assets, 'menus')), () => profile.store.documents);
  const turnEnd = tirelessTurnEnd(() => openSmartTurn({ modelFolder: folders.models, workerFolder: folders.workers }));
  scope.add(() => turnEnd.close());
  const manner = new OwnManner(() => profile.store.documents);
  const session = new Session({
    scope,
    engine: options.engine ?? engines.first(),
    engines,
    turnEnd,
    ears: onDevice,
    manner,
    ...(options.thinking === undefined ? {} : { thinking: options.thinking }),
    store: profile.store,
    openPrivateStore,
    spool: profile.spool,
    meaning,
    skills: options.recordings === undefined ? builtInSkills : [...builtInSkills, ...recordingSkills(options.recordings)],
    personas,
    menu: () => menus.current,
    profiles: options.profiles,
    preferences: options.preferences,
    keeping: () => profile.keeping,
    nowMs: options.nowMs,
    today: () => new Date(),
    output: options.output,
  });
  engines.attach(session.engine);
  practise(scope, firstTurn(session));
  const modelsLoaded = () => onDevice.loaded();
  return { session, engines, ownModels, personas, menus, meaning, manner, turnEnd, modelsLoaded, problems: builtIn.problems };
}

/** What the first turn would wait for. */
function* firstTurn(session: Session): Generator<void> {
  yield* practiseReading();
  yield* practiseChoosing(session.describe().tools);
}

/** Audio that a crash left behind gets its words now. */
export async function recoverAudio(session: Session, profile: Profile): Promise<void> {
  for (const orphan of await profile.spool.recover()) {
    session.recover({ ...orphan, frames: framesOf(orphan.samples) });
  }
}

function* framesOf(samples: Float32Array) {
  for (let start = 0; start < samples.length; start += HEARING_FRAME_SAMPLES) {
    const frame = new Float32Array(HEARING_FRAME_SAMPLES);
    frame.set(samples.subarray(start, start + HEARING_FRAME_SAMPLES));
    yield { samples: frame, endMs: (start / HEARING_FRAME_SAMPLES + 1) * HEARING_FRAME_MS, speechProbability: 1 };
  }
}
