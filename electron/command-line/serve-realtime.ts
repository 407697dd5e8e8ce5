import { join } from 'node:path';
import type { CascadeProfile } from '../../models/speech-to-speech/on-device/cascade.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import { enginePersona } from '../conversation/personas/engine-persona.ts';
import { loadPersonas } from '../conversation/personas/load-personas.ts';
import { realtimeServer } from '../conversation/realtime-server/realtime-server.ts';
import type { Host, OwnFunctions } from '../conversation/realtime-server/session-setup.ts';
import type { HeardSoFar, TurnDetector, TurnWish } from '../conversation/realtime-server/turn-detector.ts';
import { cascadeEngine, onDeviceEngine } from '../conversation/session/on-device-engine.ts';
import type { ProgramFolders } from '../conversation/session/open-conversation.ts';
import { clockSkills } from '../conversation/skills/clock-skills.ts';
import { emergencySkills } from '../conversation/skills/emergency-skills.ts';
import { mathSkills } from '../conversation/skills/math-skills.ts';
import { runSkill, toolDefinitions } from '../conversation/skills/serve-skills.ts';
import type { SkillContext } from '../conversation/skills/skill.ts';
import { unitSkills } from '../conversation/skills/unit-skills.ts';
import { completenessOf } from '../conversation/turn-taking/completeness.ts';
import { ENDPOINTING_DEFAULTS, Endpointing } from '../conversation/turn-taking/endpointing.ts';
import { silenceToEndMs } from '../conversation/turn-taking/turn-end-policy.ts';
import type { Scope } from '../lifetime/scope.ts';
import { keyFromEnvironment } from './cascade-options.ts';

const PERSONA = 'nova';
const NOTHING_HEARD = 'I did not hear anything. Please say it again.';
/** Told to a client, the beginning of speech cannot be taken back: a click or a cough must not be one. */
const SURE_AFTER_MS = 160;

/**
 * The engine of this computer behind the Realtime protocol; it is loaded before anybody connects.
 * @param cascade roles of it that are done elsewhere
 */
export async function openRealtime(scope: Scope, folders: ProgramFolders, cascade: CascadeProfile | null) {
  const engine = cascade === null ? onDeviceEngine(folders) : cascadeEngine(folders, cascade, keyFromEnvironment);
  scope.add(() => engine.close());
  // A larger model follows the client's instructions in its greeting too.
  const host = { ...(await hostOf(folders)), ...(cascade?.language == null ? {} : { greeting: null }) };
  const first = await engine.connect({ persona: host.persona, facts: [], names: [], tools: [], history: [] }, scope.signal);
  await first.close();
  const openVoiceActivity = () => openSilero(folders.voiceActivity);
  return realtimeServer({ scope, host, engine, openVoiceActivity, turnDetector });
}

/** Personas lend their voices, under their own names and under those that clients of hosted engines know them by. */
async function hostOf(folders: ProgramFolders): Promise<Host> {
  const { personas } = await loadPersonas(join(folders.assets, 'personas'));
  const persona = personas.find(({ id }) => id === PERSONA) ?? personas[0];
  if (persona === undefined) throw new Error(`There are no personas in ${folders.assets}. Install the program again.`);
  const voices = new Map(
    personas.flatMap(({ id, voice, hostedVoices }) => [id, hostedVoices['openai'] ?? id].map((name) => [name, voice] as const)),
  );
  return { persona: enginePersona(persona, 1), voices, own: ownFunctions(), greeting: persona.greeting, nothingHeard: NOTHING_HEARD };
}

/** Skills that touch nobody's memory, timers or settings: emergencies, clock, sums, units. */
function ownFunctions(): OwnFunctions {
  const skills = [...emergencySkills, ...clockSkills, ...mathSkills, ...unitSkills];
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // The desks of a session are not here; what was said before, and the words of the turn, stay with the connection.
  const speech = { lastReply: () => null };
  const context = { now: () => new Date(), locale, timeZone, utterance: '', speech } as SkillContext;
  const run = async (name: string, args: Readonly<Record<string, unknown>>) => {
    const { data, sentence } = await runSkill(skills, name, args, context);
    return { output: JSON.stringify(data), sentence };
  };
  return { tools: toolDefinitions(skills), run };
}

/** Silence alone, or the words as well, decide when somebody has spoken: as the client wishes. */
export function turnDetector({ threshold, silenceMs, patience }: TurnWish): TurnDetector {
  const endpointing = new Endpointing({
    ...ENDPOINTING_DEFAULTS,
    speechProbability: threshold,
    silenceProbability: threshold * 0.7,
    beginMs: SURE_AFTER_MS,
    shortestSpeechMs: SURE_AFTER_MS,
  });
  const waitMs = ({ text, whole }: HeardSoFar) =>
    silenceMs ?? silenceToEndMs({ completeness: completenessOf(text), wordsAreWhole: whole, turnEnd: null }, patience);
  return {
    hear: (frame, words) => endpointing.hear(frame, waitMs(words)),
    reset: () => endpointing.reset(),
  };
}
