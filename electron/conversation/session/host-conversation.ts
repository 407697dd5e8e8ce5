import type { z } from 'zod';
import type { Log } from '../../diagnostics/log.ts';
import type { ConversationState, StoredTurn } from '../../ipc/conversation-schema.ts';
import type { EventName, EventPayload, Problem } from '../../ipc/derive-ipc.ts';
import type { ProcessContract, processContract } from '../../ipc/process-schema.ts';
import type { Scope } from '../../lifetime/scope.ts';
import { deleteWhenDue } from '../store/expiry.ts';
import { openProfile, type Profile } from '../store/open-profile.ts';
import { openConversation, type ProgramFolders, recoverAudio } from './open-conversation.ts';
import { OpenWindows } from './open-windows.ts';
import { serveWindow, type WindowPorts } from './serve-window.ts';
import type { Session } from './session.ts';
import type { SessionOutput } from './session-dependencies.ts';

export interface HostOptions {
  readonly scope: Scope;
  readonly folders: ProgramFolders;
  readonly setup: z.output<typeof processContract.requests.open.input>;
  readonly log: Log;
  readonly emit: <N extends EventName<ProcessContract>>(name: N, payload: EventPayload<ProcessContract, N>) => void;
}

export interface ConversationHost {
  readonly session: Session;
  openWindow(ports: WindowPorts): void;
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
  const { session, personas, menus, problems } = await openConversation({
    scope,
    folders,
    profile,
    nowMs,
    preferences: setup,
    profiles: () => setup.profiles,
    output: outputTo(windows, options, () => later.lookAtExpiry()),
  });
  for (const problem of profile.problems) warn(problem);
  for (const [index, message] of problems.entries()) warn({ id: `persona-${index}`, message, whatToDo: 'The other personas are there.' });
  session
    .open()
    .then(() => {
      log.info('engine-opened', { afterMs: Math.round(nowMs()) });
      return recoverAudio(session, profile);
    })
    .catch((failure: unknown) => log.failure('engine-not-opened', failure));
  const personasChanged = () => options.emit('personas', { personas: personas.list().map(({ id, name }) => ({ id, name })) });
  personasChanged();
  const lookAtExpiry = deleteWhenDue({
    scope,
    store: profile.store,
    today: () => new Date(),
    deleted: (ids) => void (ids.includes(session.conversationId ?? '') && session.expired()),
    failed: (failure) => log.failure('expired-not-deleted', failure),
  });
  later.lookAtExpiry = lookAtExpiry;
  const enterPassphrase = passphraseEntry(profile, session, options, () => {
    lookAtExpiry();
    personasChanged();
  });
  const openWindow = (ports: WindowPorts) => {
    const desk = {
      session,
      store: profile.store,
      personas,
      menus,
      nowMs,
      turnChanged: (turn: StoredTurn) => windows.tell('turnChanged', turn),
      personasChanged,
      enterPassphrase,
    };
    const served = serveWindow(desk, ports);
    windows.add({ emit: served.emit, speaker: (command) => ports.speaker.post(command) });
    scope.add(served.close);
  };
  return { session, openWindow, wake: lookAtExpiry };
}

function passphraseEntry(profile: Profile, session: Session, { emit }: HostOptions, opened: () => void) {
  return async (passphrase: string) => {
    const dataKey = await profile.enterPassphrase(passphrase);
    emit('unlocked', { dataKey });
    session.memoryChanged();
    opened();
  };
}

/** @param begunToDisappear a conversation has a time to go now */
function outputTo(windows: OpenWindows, { emit, log }: HostOptions, begunToDisappear: () => void): SessionOutput {
  const { tell } = windows;
  let told: Pick<ConversationState, 'conversationKind' | 'expiresAt'> = { conversationKind: 'kept', expiresAt: null };
  return {
    state: (state) => {
      if (state.conversationKind !== told.conversationKind) emit('conversationKind', { kind: state.conversationKind });
      if (state.expiresAt !== null && state.expiresAt !== told.expiresAt) begunToDisappear();
      told = state;
      if (state.presence === 'idle') windows.forgetNotices('engine-');
      tell('state', state);
      emit('presence', { presence: state.presence, capturing: state.capturing, personaName: state.persona.name });
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
