import type { z } from 'zod';
import type { Log } from '../../diagnostics/log.ts';
import type { SpeakerCommand } from '../../ipc/audio-frame.ts';
import type { Notice } from '../../ipc/conversation-schema.ts';
import type { EventName, EventPayload } from '../../ipc/derive-ipc.ts';
import type { ProcessContract, processContract } from '../../ipc/process-schema.ts';
import type { Scope } from '../../lifetime/scope.ts';
import { openProfile, type Profile } from '../store/open-profile.ts';
import { openConversation, type ProgramFolders, recoverAudio } from './open-conversation.ts';
import { serveWindow, type WindowEmit, type WindowPorts } from './serve-window.ts';
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
}

interface OpenWindow {
  readonly emit: WindowEmit;
  readonly speaker: (command: SpeakerCommand) => void;
}

/** Opens the profile and the session and serves any number of windows; the last opened one has the speaker. */
export async function hostConversation(options: HostOptions): Promise<ConversationHost> {
  const { scope, setup, folders, log } = options;
  const profile = await openProfile({ profileFolder: setup.profileFolder, dataKey: setup.dataKey, keyOrigin: setup.keyOrigin });
  scope.add(() => profile.close());
  const windows: OpenWindow[] = [];
  const nowMs = () => performance.now();
  const { session, personas, problems } = await openConversation({
    scope,
    folders,
    profile,
    nowMs,
    preferences: setup,
    output: outputTo(windows, options),
  });
  const opened = session.open().then(() => {
    log.info('engine-ready', { afterMs: Math.round(nowMs()) });
    return recoverAudio(session, profile);
  });
  opened.catch((failure: unknown) => log.error('engine-not-ready', { reason: failure instanceof Error ? failure.name : 'unknown' }));

  const notices: Notice[] = [
    ...profile.problems.map((problem) => ({ ...problem, severity: 'warning' as const })),
    ...problems.map((message, index) => ({
      id: `persona-${index}`,
      message,
      whatToDo: 'The other personas are there.',
      severity: 'warning' as const,
    })),
  ];
  const openWindow = (ports: WindowPorts) => {
    const desk = { session, store: profile.store, personas, nowMs, enterPassphrase: passphraseEntry(profile, session, options) };
    const served = serveWindow(desk, ports);
    windows.push({ emit: served.emit, speaker: (command) => ports.speaker.post(command) });
    scope.add(served.close);
    for (const notice of notices) served.emit('notice', notice);
  };
  return { session, openWindow };
}

function passphraseEntry(profile: Profile, session: Session, { emit }: HostOptions) {
  return async (passphrase: string) => {
    const dataKey = await profile.enterPassphrase(passphrase);
    emit('unlocked', { dataKey });
    session.profileChanged();
  };
}

function outputTo(windows: readonly OpenWindow[], { emit, log }: HostOptions): SessionOutput {
  const tell: WindowEmit = (name, payload) => {
    for (const window of windows) window.emit(name, payload);
  };
  return {
    state: (state) => {
      tell('state', state);
      emit('presence', { presence: state.presence, capturing: state.capturing, personaName: state.persona.name });
    },
    userPartial: (partial) => tell('userPartial', partial),
    userDiscarded: (discarded) => tell('userDiscarded', discarded),
    turnCommitted: (turn) => {
      log.info('turn-committed', { role: turn.role, interrupted: turn.interrupted, skill: turn.skill });
      tell('turnCommitted', turn);
    },
    replyProgress: (progress) => tell('replyProgress', progress),
    timeline: (timeline) => {
      log.info('turn-timeline', { ...timeline.timeline });
      tell('timeline', timeline);
    },
    notice: (notice) => {
      log.info('notice', { id: notice.id });
      tell('notice', notice);
    },
    personaSwitched: (persona) => tell('personaSwitched', persona),
    preferencesChanged: (changed) => emit('settingsChanged', changed),
    // Two windows must not speak at once.
    speaker: (command) => windows.at(-1)?.speaker(command),
  };
}
