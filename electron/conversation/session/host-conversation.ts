import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import { installedVoices } from '../../../models/text-to-speech/voice-files.ts';
import { openSilero } from '../../../models/voice-activity/silero.ts';
import type { Log } from '../../diagnostics/log.ts';
import type { ConversationState, StoredTurn } from '../../ipc/conversation-schema.ts';
import { type EventName, type EventPayload, type Problem, problemOf } from '../../ipc/derive-ipc.ts';
import type { EngineAccess } from '../../ipc/engine-schema.ts';
import type { ProcessContract, processContract } from '../../ipc/process-schema.ts';
import type { Scope } from '../../lifetime/scope.ts';
import { Memory } from '../memory/memory.ts';
import { deleteWhenDue } from '../store/expiry.ts';
import { openProfile, type Profile } from '../store/open-profile.ts';
import type { EngineDesk } from './engine-desk.ts';
import { JobWatch } from './job-watch.ts';
import { type OpenedConversation, openConversation, type ProgramFolders, recoverAudio } from './open-conversation.ts';
import { OpenWindows } from './open-windows.ts';
import { Recordings } from './recordings.ts';
import { serveWindow, type WindowDesk, type WindowPorts } from './serve-window.ts';
import type { Session } from './session.ts';
import type { SessionOutput } from './session-dependencies.ts';
import { ThinkingChoice } from './thinking-choice.ts';
import { ledgerEntryOf, TranscriptionEngines } from './transcription-engines.ts';
import { TuningDesk } from './tuning-desk.ts';

export interface HostOptions {
  readonly scope: Scope;
  readonly folders: ProgramFolders;
  readonly setup: z.output<typeof processContract.requests.open.input>;
  readonly log: Log;
  readonly emit: <N extends EventName<ProcessContract>>(name: N, payload: EventPayload<ProcessContract, N>) => void;
}

export interface ConversationHost {
  readonly session: Session;
  /** Another engine was chosen, a key entered, Parley taken offline. */
  changeEngines(access: EngineAccess): void;
  openWindow(ports: WindowPorts): void;
  /** Files and folders that were dropped, chosen, or handed over by the system. */
  offerFiles(paths: readonly string[]): Promise<void>;
  /** @throws ProblemError */
  saveSound(id: string, path: string): Promise<void>;
  /** The machine slept: what should have happened meanwhile happens now. */
  wake(): void;
}

/** Opens the profile and the session and serves any number of windows; the last opened one has the speaker. */
export async function hostConversation(options: HostOptions): Promise<ConversationHost> {
  const { scope, setup, folders, log } = options;
  const windows = new OpenWindows();
  const warn = (problem: Problem) => windows.notice({ ...problem, severity: 'warning' });
  const { profileFolder, dataKey, keyOrigin } = setup;
  const profile = await openProfile({ profileFolder, dataKey, keyOrigin, tell: warn });
  scope.add(() => profile.close());
  const nowMs = () => performance.now();
  const later: { lookAtExpiry: () => void } = { lookAtExpiry: () => undefined };
  const { recordings, transcription } = openRecordings(options, profile, windows);
  const [told, thinking]: [{ engines?: EngineDesk }, ThinkingChoice] = [{}, new ThinkingChoice()];
  const tellEngines = () => tellOfEngines(told.engines, windows, options);
  const { session, engines, ownModels, personas, menus, meaning, manner, turnEnd, modelsLoaded, problems } = await openConversation({
    scope,
    folders,
    profile,
    ...{ nowMs, thinking },
    preferences: setup,
    engineAccess: setup.engines,
    enginesChanged: tellEngines,
    profiles: () => setup.profiles,
    output: outputTo(windows, options, recordings.recorder, () => later.lookAtExpiry()),
    recordings: recordings.desk,
    meaningFailed: (failure) => log.failure('meaning-failed', failure),
  });
  recordings.recorder.onChange(() => options.emit('presence', presenceOf(session.state, recordings.recorder)));
  told.engines = engines;
  tellEngines();
  for (const problem of [...profile.problems, ...problems.map(personaProblem)]) warn(problem);
  openEngine({ session, meaning, modelsLoaded }, profile, log, nowMs).catch((failure: unknown) =>
    log.failure('engine-not-opened', failure),
  );
  const personasChanged = () => options.emit('personas', { personas: personas.list().map(({ id, name }) => ({ id, name })) });
  personasChanged();
  const lookAtExpiry = watchExpiry(options, profile, session);
  later.lookAtExpiry = lookAtExpiry;
  const enterPassphrase = passphraseEntry(profile, session, options, (key) => {
    lookAtExpiry();
    manner.reload();
    personasChanged();
    void recordings.unlocked(key).catch((failure: unknown) => log.failure('recordings-not-restored', failure));
    void meaning.learnAll(session.remembering.memory);
  });
  const desk = {
    ...{ session, engines, ownModels, store: profile.store, personas, menus, recordings, nowMs, personasChanged, enterPassphrase },
    thinking,
    tuning: openTuning(options, { session, manner, turnEnd, personas }),
    ...modelFiles(folders, windows),
    turnChanged: (turn: StoredTurn) => windows.tell('turnChanged', turn),
  };
  const openWindow = (ports: WindowPorts) => {
    const served = serveWindow(desk, ports);
    windows.add({ emit: served.emit, speaker: (command) => ports.speaker.post(command) });
    scope.add(served.close);
  };
  const offerFiles = (paths: readonly string[]) =>
    recordings.offer(paths).catch((failure: unknown) => windows.notice({ ...problemOf(failure), severity: 'error' }));
  const wake = () => {
    lookAtExpiry();
    session.engine.wake();
  };
  const changeEngines = (access: EngineAccess) => {
    transcription.change(access);
    engines.change(access);
  };
  const saveSound = (id: string, path: string) => recordings.saveSound(id, path);
  return { session, changeEngines, openWindow, offerFiles, saveSound, wake };
}

function modelFiles(folders: ProgramFolders, windows: OpenWindows): Pick<WindowDesk, 'voices' | 'voiceActivity'> {
  return {
    voices: () => installedVoices(folders.models),
    voiceActivity: {
      openVoiceActivity: () => openSilero(folders.voiceActivity),
      failed: (failure) => windows.notice({ ...problemOf(failure), severity: 'error' }),
    },
  };
}

function personaProblem(message: string, index: number): Problem {
  return { id: `persona-${index}`, message, whatToDo: 'The other personas are there.' };
}

function openTuning(
  { scope, folders }: HostOptions,
  { session, manner, turnEnd, personas }: Pick<OpenedConversation, 'session' | 'manner' | 'turnEnd' | 'personas'>,
): TuningDesk {
  return new TuningDesk({
    ...{ scope, manner, turnEnd },
    openRecogniser: () => openMoonshine({ modelFolder: folders.models, workerFolder: folders.workers }),
    session: {
      get playedLevel() {
        return session.playedLevel;
      },
      get isIdle() {
        return session.state.presence === 'idle' && !session.state.capturing;
      },
      get patience() {
        return personas.list().find(({ id }) => id === session.state.persona.id)?.patience ?? 1;
      },
      say: (sentence) => session.sample(sentence, {}),
    },
  });
}

/** Disappearing conversations go when their time is over, with what was shown in them. */
function watchExpiry({ scope, log }: HostOptions, { store }: Profile, session: Session): () => void {
  return deleteWhenDue({
    scope,
    store,
    today: () => new Date(),
    deleted: (ids) => {
      for (const id of ids) session.canvases.removeOf(id);
      if (ids.includes(session.conversationId ?? '')) void session.expired();
    },
    failed: (failure) => log.failure('expired-not-deleted', failure),
  });
}

function tellOfEngines(engines: EngineDesk | undefined, windows: OpenWindows, { emit }: HostOptions): void {
  const list = engines?.list() ?? [];
  emit('engines', { engines: list.map(({ id, label, isChosen }) => ({ id, label, isChosen })) });
  windows.tell('engines', { engines: [...list] });
}

/** The engine first, then what a crash left to be heard, then what is needed last. */
async function openEngine(
  { session, meaning, modelsLoaded }: Pick<OpenedConversation, 'session' | 'meaning' | 'modelsLoaded'>,
  profile: Profile,
  log: Log,
  nowMs: () => number,
): Promise<void> {
  await session.open();
  log.info('engine-opened', { afterMs: Math.round(nowMs()) });
  await recoverAudio(session, profile);
  await modelsLoaded();
  log.info('models-loaded', { afterMs: Math.round(nowMs()) });
  await meaning.start();
  await meaning.learnAll(session.remembering.memory);
}

/** What an earlier run left goes on at once. */
function openRecordings({ scope, folders, setup, log, emit }: HostOptions, profile: Profile, windows: OpenWindows) {
  const { cards } = new Memory(profile.store.documents, randomUUID);
  const engines = new TranscriptionEngines({
    folders,
    access: setup.engines,
    left: (service, sent) => profile.store.ledger.add(ledgerEntryOf(service, sent, new Date())),
  });
  const recordings = new Recordings({
    scope,
    folders,
    engines,
    profileFolder: setup.profileFolder,
    dataKey: setup.dataKey,
    watch: new JobWatch({
      nowMs: () => performance.now(),
      underWay: (jobs) => emit('recordingsUnderWay', jobs),
      ended: (job) => emit('recordingEnded', job),
    }),
    names: () => cards.list().map(({ written }) => written),
    tell: windows.tell,
  });
  void recordings.restore().catch((failure: unknown) => log.failure('recordings-not-restored', failure));
  return { recordings, transcription: engines };
}

function passphraseEntry(profile: Profile, session: Session, { emit }: HostOptions, opened: (dataKey: string) => void) {
  return async (passphrase: string) => {
    const dataKey = await profile.enterPassphrase(passphrase);
    emit('unlocked', { dataKey });
    session.memoryChanged();
    opened(dataKey);
  };
}

/** The indicator: on while frames are taken, for an utterance or for a recording. */
function presenceOf({ presence, capturing, persona }: ConversationState, { isOn }: { readonly isOn: boolean }) {
  return { presence, capturing: capturing || isOn, personaName: persona.name };
}

/** @param begunToDisappear a conversation has a time to go now */
function outputTo(
  windows: OpenWindows,
  { emit, log }: HostOptions,
  recorder: { readonly isOn: boolean },
  begunToDisappear: () => void,
): SessionOutput {
  const { tell } = windows;
  let told: Pick<ConversationState, 'conversationKind' | 'expiresAt'> = { conversationKind: 'kept', expiresAt: null };
  return {
    state: (state) => {
      if (state.conversationKind !== told.conversationKind) emit('conversationKind', { kind: state.conversationKind });
      if (state.expiresAt !== null && state.expiresAt !== told.expiresAt) begunToDisappear();
      told = state;
      if (state.presence === 'idle') windows.forgetNotices('engine-');
      tell('state', state);
      emit('presence', presenceOf(state, recorder));
    },
    userPartial: (partial) => tell('userPartial', partial),
    userDiscarded: (discarded) => tell('userDiscarded', discarded),
    turnCommitted: (turn) => {
      log.info('turn-committed', { role: turn.role, interrupted: turn.interrupted, skill: turn.skill });
      tell('turnCommitted', turn);
    },
    turnChanged: (turn) => tell('turnChanged', turn),
    profileAsked: (name) => emit('profileAsked', { name }),
    replyProgress: (progress) => tell('replyProgress', progress),
    replyThinking: (thinking) => tell('replyThinking', thinking),
    canvas: (view) => tell('canvas', view),
    timeline: (timeline) => {
      log.info('turn-timeline', { ...timeline.timeline });
      tell('timeline', timeline);
    },
    notice: (notice) => {
      log.info('notice', { id: notice.id });
      windows.notice(notice);
    },
    personaSwitched: (persona) => tell('personaSwitched', persona),
    preferencesChanged: (changed) => emit('settingsChanged', changed),
    speaker: (command) => windows.speak(command),
  };
}
