import { join } from 'node:path';
import { type PhrasePiece, parsePhrase } from '../../../electron/conversation/skills/phrase-pattern.ts';
import { promptPrefix } from '../../speech-to-speech/on-device/prompt.ts';
import { maySay } from '../../speech-to-speech/on-device/reply-policy.ts';
import type { EnginePersona } from '../../speech-to-speech/realtime-model.ts';
import { callLine, type Dialogue } from './dialogue.ts';
import { expandPhrase } from './expand-phrase.ts';
import { factExchange, factsBeside } from './facts.ts';
import { fillIn } from './fillers.ts';
import { nearCopies } from './held-out.ts';
import { asHeard, joined } from './noise.ts';
import type { Random } from './random.ts';
import { ANY_RESULTS, RESULTS } from './results.ts';
import { type SkillWordings, skillWordings } from './skill-wordings.ts';
import { linesOf, type Manner, readManner, readTopics, replyIn, sameNames, type Topic } from './small-talk-lines.ts';

/** One exchange: what is said and the line that answers it. */
interface Exchange {
  readonly said: string;
  readonly reply: string;
  /** What stands in the conversation afterwards, when it is not the reply itself. */
  readonly spoken?: string;
}

/** Shares of the kinds of examples. */
const SHARES: readonly (readonly [Dialogue['kind'], number])[] = [
  ['call', 0.28],
  ['talk', 0.5],
  ['near-miss', 0.1],
  ['unknown', 0.08],
  ['facts', 0.03],
  ['result', 0.01],
];
const TOPIC_FILES = ['everybody.txt', 'home.txt', 'people.txt', 'leisure.txt'];
const WITH_EARLIER_TURN = 0.12;
const WITH_FACTS_BESIDE = 0.12;
/** The skills' own phrases never reach the model: code knows them. They show it what a skill is about. */
const SHARE_OF_PHRASES = 0.15;

export class DialogueMaker {
  readonly #random: Random;
  readonly #personas: readonly EnginePersona[];
  readonly #manners: ReadonlyMap<string, Manner>;
  readonly #skills: readonly SkillWordings[];
  readonly #topics: readonly Topic[];
  readonly #nearMisses: readonly Topic[];
  readonly #unknown: readonly (readonly string[])[];
  readonly #isHeldOut: (said: string) => boolean;
  /** How often each was thrown away. */
  readonly dropped = { 'near copy': 0, 'may not be said': 0 };

  constructor(folder: string, personas: readonly EnginePersona[], random: Random) {
    this.#random = random;
    this.#personas = personas;
    const talk = join(folder, 'small-talk');
    this.#manners = new Map(personas.map(({ id }) => [id, readManner(talk, id)]));
    this.#skills = skillWordings(join(folder, 'wordings'));
    this.#topics = TOPIC_FILES.flatMap((file) => readTopics(join(talk, file)));
    this.#nearMisses = readTopics(join(talk, 'near-misses.txt'));
    this.#unknown = [linesOf(join(talk, 'unknown.txt'))];
    this.#isHeldOut = nearCopies(join(folder, 'held-out'));
  }

  make(): Dialogue {
    for (;;) {
      const kind = this.#kind();
      const persona = this.#random.pick(this.#personas);
      const dialogue = kind === 'facts' ? this.#withFacts(persona) : this.#plain(kind, persona);
      if (dialogue !== null) return dialogue;
    }
  }

  #kind(): Dialogue['kind'] {
    let left = this.#random.next();
    for (const [kind, share] of SHARES) {
      left -= share;
      if (left < 0) return kind;
    }
    return 'call';
  }

  #plain(kind: Dialogue['kind'], persona: EnginePersona): Dialogue | null {
    const facts = this.#random.chance(WITH_FACTS_BESIDE) ? factsBeside(this.#random) : null;
    const exchange = this.#exchange(kind, persona);
    if (exchange === null) return null;
    const earlier = this.#random.chance(WITH_EARLIER_TURN) ? this.#exchange(this.#random.chance(0.5) ? 'call' : 'talk', persona) : null;
    const segments = [...(earlier === null ? [] : earlierTurn(persona, earlier)), ...lastTurn(persona, exchange)];
    return { header: header(persona, facts), segments, kind };
  }

  #withFacts(persona: EnginePersona): Dialogue | null {
    const { facts, said, reply } = factExchange(this.#random);
    const heard = joined(asHeard([{ text: said, argument: null }], this.#random, { persona: persona.name, asks: false }));
    if (this.#isHeldOut(heard)) return this.#drop('near copy');
    return { header: header(persona, facts), segments: lastTurn(persona, { said: heard, reply }), kind: 'facts' };
  }

  #exchange(kind: Dialogue['kind'], persona: EnginePersona): Exchange | null {
    if (kind === 'call') return this.#call(persona);
    if (kind === 'unknown') return this.#unknowable(persona);
    if (kind === 'result') return this.#result(persona);
    return this.#talk(kind === 'near-miss' ? this.#nearMisses : this.#topics, persona);
  }

  #call(persona: EnginePersona): Exchange | null {
    const skill = this.#random.pick(this.#skills);
    const fromPhrases = skill.others.length === 0 || (skill.phrases.length > 0 && this.#random.chance(SHARE_OF_PHRASES));
    const wording = this.#random.pick<readonly PhrasePiece[]>(fromPhrases ? skill.phrases : skill.others);
    const heard = asHeard(expandPhrase(wording, this.#random), this.#random, { persona: persona.name, asks: true });
    const said = joined(heard);
    if (this.#isHeldOut(said)) return this.#drop('near copy');
    const args: Record<string, string> = {};
    for (const { text, argument } of heard) if (argument !== null && skill.parameters.has(argument)) args[argument] = text;
    const spoken = this.#random.pick(RESULTS[skill.name.split('.')[0] ?? ''] ?? ANY_RESULTS);
    return { said, reply: callLine(skill.name, args), spoken };
  }

  #unknowable(persona: EnginePersona): Exchange | null {
    const line = this.#random.pick(this.#random.pick(this.#unknown));
    const filled = fillIn(line, this.#random);
    const pieces = expandPhrase(parsePhrase(filled.replaceAll(/[{}]/g, '')), this.#random);
    const said = joined(asHeard(pieces, this.#random, { persona: persona.name, asks: true }));
    if (this.#isHeldOut(said)) return this.#drop('near copy');
    return { said, reply: '@unknown', spoken: persona.refusal };
  }

  /** A result put in the persona's words: its opening, then the sentence as it is. */
  #result(persona: EnginePersona): Exchange | null {
    const call = this.#call(persona);
    const manner = this.#manners.get(persona.id);
    if (call === null || manner === undefined) return null;
    const openings = manner.before.neutral;
    const result = this.#random.pick(ANY_RESULTS);
    const opening = openings.length > 0 && this.#random.chance(0.6) ? `${this.#random.pick(openings)} ` : '';
    return { said: `${call.said}\n${persona.name}: ${call.reply}\nResult: ${result}`, reply: `${opening}${result}` };
  }

  #talk(topics: readonly Topic[], persona: EnginePersona): Exchange | null {
    const topic = this.#random.pick(topics);
    const manner = this.#manners.get(persona.id);
    if (manner === undefined) return null;
    const same = sameNames(this.#random.pick(topic.said), replyIn(manner, topic, this.#random), this.#random);
    if (same === null) return null;
    const said = joined(asHeard([{ text: same.said, argument: null }], this.#random, { persona: persona.name, asks: false }));
    if (this.#isHeldOut(said)) return this.#drop('near copy');
    const setup = { persona, facts: [], names: [], tools: [], history: [] };
    const sentences = same.reply.split(/(?<=[.!?])\s+/);
    if (!sentences.every((sentence) => maySay(sentence, { setup, utterance: said, earlierReplies: [] })))
      return this.#drop('may not be said');
    return { said, reply: same.reply };
  }

  #drop(why: keyof DialogueMaker['dropped']): null {
    this.dropped[why] += 1;
    return null;
  }
}

function header(persona: EnginePersona, facts: string | null): string {
  return promptPrefix({ persona, facts: facts === null ? [] : [facts], names: [], tools: [], history: [] });
}

function earlierTurn({ name }: EnginePersona, { said, reply, spoken = reply }: Exchange): Dialogue['segments'] {
  return [{ text: `User: ${said}\n${name}: ${spoken}\n`, learned: false }];
}

function lastTurn({ name }: EnginePersona, { said, reply }: Exchange): Dialogue['segments'] {
  return [
    { text: `User: ${said}\n${name}:`, learned: false },
    { text: ` ${reply}\n`, learned: true },
  ];
}
