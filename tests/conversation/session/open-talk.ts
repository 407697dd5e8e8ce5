import { join } from 'node:path';
import { RecordedConversation } from '../../../electron/command-line/recorded-conversation.ts';
import { openTalkProfile } from '../../../electron/command-line/talk-profile.ts';
import { VirtualSpeaker } from '../../../electron/command-line/virtual-speaker.ts';
import { openConversation, type ProgramFolders } from '../../../electron/conversation/session/open-conversation.ts';
import type { Session } from '../../../electron/conversation/session/session.ts';
import { DEFAULT_ENGINE_PREFERENCES } from '../../../electron/ipc/engine-schema.ts';
import type { Scope } from '../../../electron/lifetime/scope.ts';
import { openSilero } from '../../../models/voice-activity/silero.ts';
import { projectFolder, realPlaces } from '../../models/real-places.ts';

const folders: ProgramFolders = {
  models: realPlaces.modelFolder,
  workers: realPlaces.workerFolder,
  assets: join(projectFolder, 'assets'),
  voiceActivity: join(projectFolder, 'out/main/voice-activity/silero_vad_v5.onnx'),
};

/** A whole hands-free conversation on this computer's models and the clock, without a device. */
export async function openTalk(scope: Scope, options: { readonly keepsPlayed?: boolean } = {}) {
  const startedAtMs = performance.now();
  const nowMs = () => performance.now() - startedAtMs;
  const voiceActivity = await openSilero(folders.voiceActivity);
  scope.add(() => voiceActivity.close());
  const conversation = new RecordedConversation({ scope, nowMs, voiceActivity });
  const hold: { session?: Session } = {};
  const speaker = new VirtualSpeaker({ scope, nowMs, report: (told) => hold.session?.takeReport(told), ...options });
  const nothing = () => undefined;
  const { session, modelsLoaded } = await openConversation({
    scope,
    folders,
    profiles: () => ({ currentId: '', profiles: [] }),
    profile: await openTalkProfile(scope, null, nothing),
    nowMs,
    preferences: { personaId: 'nova', talkMode: 'hands-free', volume: 1, rate: 1, locale: 'en-US', timeZone: 'UTC' },
    engineAccess: { ...DEFAULT_ENGINE_PREFERENCES, keys: {} },
    output: {
      state: nothing,
      userPartial: nothing,
      userDiscarded: () => conversation.takeDiscarded(),
      turnCommitted: (turn) => conversation.takeTurn(turn),
      replyProgress: nothing,
      canvas: nothing,
      timeline: nothing,
      notice: ({ message }) => console.warn(message),
      turnChanged: nothing,
      personaSwitched: nothing,
      profileAsked: nothing,
      preferencesChanged: nothing,
      speaker: (command) => speaker.take(command),
    },
  });
  hold.session = session;
  conversation.join(session);
  await session.open();
  await modelsLoaded();
  return { conversation, speaker, session };
}
