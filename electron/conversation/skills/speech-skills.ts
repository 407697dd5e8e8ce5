import { z } from 'zod';
import { mannerAsked } from './asked/asked-manner.ts';
import { defineSkill } from './skill.ts';
import { declined } from './skill-sentences.ts';

const nothing = z.strictObject({});
const LOUDER = 1.35;
const FASTER = 1.15;
/** Where volume and pace end; the session keeps them inside. */
const LOUDEST = 1;
const SOFTEST = 0.1;
const FASTEST = 1.5;
const SLOWEST = 0.65;
const MORE = '[a bit|a little|a little bit|a lot|much|way|even|slightly|somewhat|a tad]';

const stop = defineSkill({
  name: 'speech.stop',
  description: 'Stops speaking.',
  parameters: nothing,
  phrases: [
    '(stop|stopped) [it|that|now]',
    'stop stop [stop]',
    '(stop|quit|cease) (talking|speaking|it please|reading|the speech|chatting|chattering)',
    '(be|keep|stay) (quiet|quite|silent|still)',
    '(quiet|silence|hush|shush|shh|enough)',
    'that is enough [talking|chatter|chat]',
    'that will do',
    'shut up',
    'enough already',
    'stop i (have heard|heard) enough',
    'do not (say|speak) (anymore|any more|another word)',
    'not another word',
    'zip it',
    'no more talking',
  ],
  effect: 'writes',
  run: (_, { speech }) => {
    speech.stop();
    return { sentence: 'Okay.', data: { stopped: true } };
  },
});

const louder = defineSkill({
  name: 'speech.louder',
  description: 'Makes the voice louder.',
  example: 'Louder, please.',
  parameters: nothing,
  phrases: [
    `${MORE} louder [i can not hear you]`,
    `(speak|talk|be|say it|go) ${MORE} (louder|up) ${MORE}`,
    `(speak|talk) up ${MORE}`,
    `turn (it|the volume|your volume|the sound|yourself|your voice) up ${MORE}`,
    `turn up (the|your) (volume|sound|voice) ${MORE}`,
    `(raise|increase) (the|your) (volume|sound|voice) ${MORE}`,
    `[make] (the|your) (volume|voice) ${MORE} (up|louder|higher)`,
    `(volume|sound) up ${MORE}`,
    `make it ${MORE} louder`,
    'i (can not|can hardly|can barely|could not) hear you [well|properly]',
    'you are (too|very|so|a bit|rather|quite) (quiet|soft|low)',
    '(turn|bring) (yourself|it|your voice|the volume|the sound) up',
    'i can (barely|hardly) hear (you|that|anything)',
    '(that is|it is|that was) too quiet',
    '[a (bit|little)] more volume',
    '(more|some more) sound',
    '(raise|lift) your voice [a bit|a little]',
    '(speak|talk) more loudly',
    '[you] mind (speaking|talking) [a bit|a little] (louder|up)',
    '[you] mind (turning|raising) (your voice|yourself|the volume|it) [up]',
    '(you are|that is|it is|your voice is) [a bit|a little|rather|far|way|much] too (quiet|soft|faint|low) [for me]',
    'i am (a bit|a little|rather|quite|very|nearly) (deaf|hard of hearing)',
  ],
  recogniseWithin: (utterance) => mannerAsked(utterance, 'louder'),
  effect: 'writes',
  run: (_, { speech }) => {
    const volume = speech.changeVolume(LOUDER);
    return { sentence: volume >= LOUDEST ? 'This is as loud as I go.' : 'Louder now.', data: { volume } };
  },
});

const quieter = defineSkill({
  name: 'speech.quieter',
  description: 'Makes the voice quieter.',
  parameters: nothing,
  phrases: [
    `${MORE} (quieter|softer)`,
    `(speak|talk|be|say it|go) ${MORE} (quieter|softer|more quietly|more softly|softly|quietly|lower)`,
    `turn (it|the volume|your volume|the sound|yourself|your voice) down ${MORE}`,
    `turn down (the|your) (volume|sound|voice) ${MORE}`,
    `(lower|reduce|decrease) (the|your) (volume|sound|voice) ${MORE}`,
    `[make] (the|your) (volume|voice) ${MORE} (down|quieter|lower|softer)`,
    `(volume|sound) down ${MORE}`,
    `make it ${MORE} (quieter|softer)`,
    '(not so|too|two) loud',
    'keep (your|the) (voice|volume|noise) (down|low|soft|quiet) [a bit|a little|a touch]',
    '(talk|talking|speak|speaking) [a bit|a little] more quietly',
    'less volume',
    '(could|can|would|will) you [just] whisper',
    '(whisper|start whispering|talk in a whisper|speak in a whisper|whisper it)',
    '(talk|speak|be) [a bit|a little] less (loud|loudly|noisy)',
    '(do not|stop) (shout|shouting|be so loud|talk so loud|speak so loud|talk so loudly|yell|yelling) [at me]',
    'keep it down [a bit|a little]',
    '[you] mind (speaking|talking|keeping it|keeping your voice|turning it|turning your voice) [a bit|a little] (down|quieter|softer|more quietly|more softly)',
    'not (so|quite so|that) loud',
    '(you are|that is|it is|that was) [way|a bit|a little|rather|quite|so|very] [too] loud',
    '(turn|take|bring) (yourself|it|your voice|the volume|the sound) down',
  ],
  recogniseWithin: (utterance) => mannerAsked(utterance, 'quieter'),
  effect: 'writes',
  run: (_, { speech }) => {
    const volume = speech.changeVolume(1 / LOUDER);
    return { sentence: volume <= SOFTEST ? 'This is as quiet as I go.' : 'Quieter now.', data: { volume } };
  },
});

const slower = defineSkill({
  name: 'speech.slower',
  description: 'Makes the voice speak more slowly.',
  example: 'Speak slower.',
  parameters: nothing,
  phrases: [
    `${MORE} slower`,
    `(speak|talk|go|say it|read) ${MORE} (slower|more slowly|slowly)`,
    `${MORE} more slowly`,
    `slow [it] down ${MORE}`,
    'not so fast',
    '(you are|that is|that was|it is) [(speaking|talking|going)] [way] too fast',
    'you (speak|talk) too fast',
    'ease off [a bit|a little]',
    'you are (rattling|racing|rushing|going) [along|on] too (quick|quickly|fast) for me',
    '(slow|slower) (down|it down) [a bit|a touch|a little]',
    '(talk|speak|go) [a bit|a little] (slower|more slowly|slowly) [please]',
    '(talk|speak|go|read) at a (slower|gentler|calmer) (pace|speed|rate)',
    'take it [a bit|a little] (slower|easy)',
    '(lower|reduce|decrease) (the|your) (speed|pace|rate)',
    '(you are|that was|that is|it is) [a bit|a little|rather|way|far|much] [too] (quick|fast|speedy) for me',
    '(do not|stop) (talk|speak|talking|speaking|rush|rushing|gabble|gabbling|go|going) [so|quite so|that] [fast|quickly]',
    '(talk|speak|go|read) (less fast|less quickly|not so fast|not so quickly|not as fast)',
    'i can not keep up with you',
    '[you] mind (slowing down|speaking [a bit|a little] slower|talking [a bit|a little] slower|speaking more slowly|talking more slowly)',
  ],
  recogniseWithin: (utterance) => mannerAsked(utterance, 'slower'),
  effect: 'writes',
  run: (_, { speech }) => {
    const rate = speech.changeRate(1 / FASTER);
    return { sentence: rate <= SLOWEST ? 'This is as slow as I go.' : 'I will speak more slowly.', data: { rate } };
  },
});

const faster = defineSkill({
  name: 'speech.faster',
  description: 'Makes the voice speak faster.',
  parameters: nothing,
  phrases: [
    `${MORE} (faster|quicker)`,
    `(speak|talk|go|say it|read) ${MORE} (faster|quicker|more quickly)`,
    `speed [it] up ${MORE}`,
    'not so slow',
    '(you are|that is|that was|it is) [(speaking|talking|going)] [way] too (slow|slowly)',
    'you (speak|talk) too (slow|slowly)',
    '(speed|hurry|pick) (up|it up) [a bit|a little]',
    '(talk|speak|go) [a bit|a little] (quicker|faster|more quickly)',
    '(talk|speak|go|read) at a (quicker|faster|brisker) (pace|speed|rate)',
    '(raise|increase) (the|your) (speed|pace|rate)',
    '(talk|speak|go|read) (less slowly|not so slow|not so slowly|a bit more quickly)',
    '(you are|that was|that is) [a bit|a little|rather|way|far|much] [too] slow for me',
    '[you] mind (speeding up|speeding it up|speaking [a bit|a little] faster|talking [a bit|a little] faster|going [a bit|a little] faster) [your (talking|speaking|speech)]',
    '(speed|hurry) up your (talking|speaking|speech|reading)',
    '(get a move on|pick up the pace|step on it|speed your talking up|speed up your talking)',
  ],
  recogniseWithin: (utterance) => mannerAsked(utterance, 'faster'),
  effect: 'writes',
  run: (_, { speech }) => {
    const rate = speech.changeRate(FASTER);
    return { sentence: rate >= FASTEST ? 'This is as fast as I go.' : 'I will speak faster.', data: { rate } };
  },
});

const repeat = defineSkill({
  name: 'speech.repeat',
  description: 'Says the last reply again.',
  example: 'Say that again.',
  parameters: nothing,
  phrases: [
    '(repeat|repeat that|repeat it|repeat yourself|repeat the last part)',
    '[could you|can you] repeat (what you [just] said|your last (answer|sentence|reply))',
    '(say|read) (that|it|this) [one more time|once more|again]',
    'i (missed|did not hear|did not catch|did not get) (that|it|you) (come again|say it again|say that again|once more|again)',
    'say again',
    'what (was|is) that last (bit|part|thing|word|one)',
    'what did you just say',
    '(one more time|once more|once again)',
    'come again',
    'pardon [me]',
    '(what was that|what did you [just] say|what)',
    'what (did you say|was that) [again|just now]',
    'i (did not|could not|have not) (catch|get|hear|understand) (that|you|it|what you said)',
    'i (missed|have missed) (that|it|what you said|the last bit|your answer)',
    '(tell|give) me (that|it|your answer) (again|once more|one more time)',
    'what was your (answer|reply)',
    '(could|can|would|will) you [just] (repeat|say) (that|it|what you said) [again|once more]',
    '[you] mind (repeating|saying) (that|it) [again|once more]',
    'run (that|it) by me [again|once more]',
    '(go|say|run) over (that|it) (again|once more|one more time)',
    'i beg your pardon',
    'again',
  ],
  recogniseWithin: (utterance) => mannerAsked(utterance, 'repeat'),
  effect: 'none',
  run: (_, { speech }) => {
    const reply = speech.lastReply();
    return reply === null ? declined("I haven't said anything yet.") : { sentence: reply, data: { repeated: reply } };
  },
});

export const speechSkills = [stop, louder, quieter, slower, faster, repeat];
