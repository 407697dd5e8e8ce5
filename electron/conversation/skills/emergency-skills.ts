import { z } from 'zod';
import { emergencyNumbers } from './emergency-numbers.ts';
import { readEmergency } from './emergency-signs.ts';
import { defineSkill } from './skill.ts';
import { WITHIN_SCORES } from './within-scores.ts';

/** Above every reading by phrases: nothing else is answered while somebody may be in danger. */
const BEFORE_ALL_OTHERS = 2;

const LIMITS = "I can't call for you.";

const help = defineSkill({
  name: 'emergency.help',
  description:
    'Somebody may be in danger now: chest pain, stroke signs, trouble breathing, heavy bleeding, overdose, thoughts of suicide, fire, gas, violence. Always call it then, before anything else.',
  parameters: z.strictObject({
    kind: z.enum(['medical', 'breathing', 'poisoning', 'self-harm', 'fire', 'gas', 'violence']),
    doubtful: z.enum(['yes']).optional().describe('it may be ordinary talk'),
  }),
  phrases: [],
  recognise: (utterance) => {
    const read = readEmergency(utterance);
    return read === null || read.isDoubtful ? null : { arguments: { kind: read.kind }, score: BEFORE_ALL_OTHERS };
  },
  recogniseWithin: (utterance) => {
    const read = readEmergency(utterance);
    if (read?.isDoubtful !== true) return null;
    // Who says farewell says it in harmless words: nothing acquits them.
    const isDoubtful = read.kind !== 'self-harm';
    return { arguments: { kind: read.kind, doubtful: 'yes' }, score: WITHIN_SCORES.doubt, isDoubtful };
  },
  isOfDanger: true,
  // No rule knew it: it is asked about, and whoever is in danger hears what to do.
  suspected: (kind) => ({ kind, doubtful: 'yes' }),
  effect: 'none',
  run: ({ kind, doubtful }, { locale }) => {
    const numbers = emergencyNumbers(locale);
    const number = kind === 'violence' ? numbers.police : kind === 'fire' || kind === 'gas' ? numbers.fire : numbers.ambulance;
    // Ordinary talk that only sounds like danger must not be shouted at; whoever is in danger still hears what to do.
    if (doubtful === 'yes') {
      const crisis = kind === 'self-harm' ? ` A crisis line listens at any hour${numbers.crisisLine}.` : '';
      const sentence = `If somebody is in danger, call ${number} now. ${LIMITS}${crisis} If not, I'm listening.`;
      return { sentence, data: { kind, number, doubtful, mustBeSaidAsItIs: true } };
    }
    const sentences: Record<typeof kind, string> = {
      medical: `This may be an emergency. Call ${number} now. ${LIMITS} Stay with them if it is someone else, and do what the dispatcher says.`,
      breathing: `This may be an emergency. Call ${number} now. ${LIMITS} Do what the dispatcher says until help is there.`,
      poisoning: `This may be an emergency. Call ${number} now, even if it feels all right. ${LIMITS} Keep the package at hand and tell them what was taken.`,
      'self-harm': `I'm glad you said it. You don't have to be alone with this. If you are in danger, call ${number} now. ${LIMITS} A crisis line listens at any hour${numbers.crisisLine}, or go to someone you trust.`,
      fire: `Get out now and take everyone with you. Call ${number} from outside. ${LIMITS} Don't go back in.`,
      gas: `Leave the building now. Touch no switches and light nothing. Call ${number} from outside. ${LIMITS}`,
      violence: `If you can, get to a safe place. Call ${number} now. ${LIMITS}`,
    };
    return { sentence: sentences[kind], data: { kind, number, mustBeSaidAsItIs: true } };
  },
});

export const emergencySkills = [help];
