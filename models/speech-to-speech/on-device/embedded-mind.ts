import type { LanguageModel } from '../../language/language-model.ts';
import type { EngineSetup, HistoryTurn } from '../realtime-model.ts';
import { bestTool } from './best-tool.ts';
import { checkedCall } from './call-line.ts';
import { clausesOf } from './clauses.ts';
import { companyReply, isAboutMe, isKnocking, isOnlyTalk, isTeaser } from './company/company-reply.ts';
import { isHardly, type Move, moveOf } from './company/moves/move-of.ts';
import { invites } from './company/said-in-answer.ts';
import { courtesyOf } from './courtesies.ts';
import { isSurelyNot, type MeantCall, meantCall, meantInstead, readWhole, surelyMeant } from './meant-call.ts';
import { isAcquitted, isContradicted, meantDanger, otherKind } from './meant-danger.ts';
import type { AskedTalk, Mind } from './mind.ts';
import { replyPrompt } from './prompt.ts';
import { refined } from './refined-call.ts';
import { asksForKnowledge, asksForStory, replyKind } from './reply-policy.ts';
import type { ReplyRun } from './reply-run.ts';
import type { Role } from './role.ts';
import { saidMeanwhile } from './said-meanwhile.ts';
import type { Asked } from './second-hearing.ts';
import { chanceOfTalk, type LikelySkill, MOST_EARLIER, NOTHING_MEANT, type ReadMeaning } from './skill-choice.ts';
import { smallTalk } from './small-talk.ts';

/** What is no question, and likelier talk than this, is no request for knowledge: "Cup of tea, feet up, toddler down." */
const LEAST_TALK = 0.8;
/** So likely it must be in its place, where by itself it would be asked in earnest. */
const LEAST_IN_PLACE = 0.9;
/** What it would have to know something of, though it is put to it: "who do you think is going to win". */
const ASKS_AN_OPINION = /\b(?:think|reckon|normal|rude|would you do|look (?:all right|alright|better))\b/i;
/**
 * The mind of this computer: company by code, stories and the call of a skill that no phrase understood by the small model,
 * and a plain refusal of whatever asks for knowledge. What a skill says is spoken as it stands, so the model never sees a result.
 */
export class EmbeddedMind implements Mind {
  /** It weighs phrases against what the words mean. */
  readonly surePhrase = Number.POSITIVE_INFINITY;
  readonly awaitsResults = false;
  readonly hasResults = false;
  readonly #model: Role<LanguageModel>;
  #prefill = new AbortController();
  #closed = false;
  readonly #readMeaning: ReadMeaning;
  #ids = 0;

  /** @param readMeaning which skills words ask for by their meaning; left out = phrases alone are understood */
  constructor(model: Role<LanguageModel>, readMeaning: ReadMeaning = async () => NOTHING_MEANT) {
    this.#model = model;
    this.#readMeaning = readMeaning;
  }

  async asks(words: string, setup: EngineSetup): Promise<Asked> {
    const readMeaning = begun(words, readingOnce(this.#readMeaning));
    const call = (await callByPhrase(setup, words, readMeaning)) ?? (await meantCall(words, setup, readMeaning));
    const tool = setup.tools.find(({ name }) => name === call?.name);
    if (call === null || tool === undefined) return 'nothing';
    if (tool.isOfDanger === true) return 'danger';
    return tool.finds?.(call.arguments) === false ? 'what is not there' : 'something';
  }

  async *talk(asked: AskedTalk): AsyncGenerator<string> {
    const { setup, words, earlierReplies, run } = asked;
    const readMeaning = begun(words, readingOnce(this.#readMeaning));
    const phrased = await callByPhrase(setup, words, readMeaning);
    // Danger goes before everything: "don't tell anyone, I took all the pills".
    const isDanger = setup.tools.some(({ name, isOfDanger }) => name === phrased?.name && isOfDanger === true);
    if (!isDanger && (isTeaser(words) || isOnlyTalk(words)))
      return yield* clausesOf([companyReply(words, { persona: setup.persona, earlierReplies })]);
    if (phrased !== null) return this.#tellCall(phrased, run);
    const courtesy = courtesyOf(setup.persona, words, earlierReplies);
    if (courtesy !== null) return yield* clausesOf([courtesy]);
    const meant = await meantCall(words, setup, readMeaning);
    if (meant !== null) return this.#tellCall(meant, run);
    const { move, isTalk, isKnown, inTalk } = await takenAs(asked, readMeaning);
    if (isKnown && isForCompany(words, earlierReplies.at(-1), isTalk)) {
      return yield* clausesOf([
        companyReply(words, { persona: setup.persona, earlierReplies, move, isHardly: (mood) => isHardly(mood, inTalk) }),
      ]);
    }
    yield* this.#byModel(asked, !isKnown || replyKind(words) === 'decline');
  }

  /** Stories, and the calls that the model may read in what it cannot answer itself. */
  async *#byModel({ setup, words, turns, earlierReplies, run }: AskedTalk, declines: boolean): AsyncGenerator<string> {
    this.#prefill.abort();
    // Knowledge is no skill's that no phrase found: nobody waits for a model to be loaded to be told so.
    if (declines && (setup.tools.length === 0 || (asksForKnowledge(words) && !this.#model.isOpen))) {
      return yield* clausesOf([setup.persona.refusal]);
    }
    const holding = this.#model.hold();
    try {
      if (!declines) yield* saidMeanwhile(holding);
      // Whoever cancels does not wait for a model to be read.
      const held = await Promise.race([holding, whenAborted(run.signal)]);
      if (held === null) return;
      const { model } = held;
      const calls = declines && model.writesCalls === true;
      if (declines && !calls) return yield* clausesOf([setup.persona.refusal]);
      yield* smallTalk(model, {
        context: { setup, utterance: words, earlierReplies },
        history: turns,
        signal: run.signal,
        onlyCalls: declines,
        ...(calls ? { onCall: (line: string) => this.#call(line, { setup, words, run }) } : {}),
      });
    } catch (failure) {
      this.#model.forgetDead(failure);
      throw failure;
    } finally {
      holding.then(
        ({ letGo }) => letGo(),
        () => undefined,
      );
    }
  }

  /** Computes the prompt so far into the cache, so that the next reply's first token comes at once. */
  prepare(setup: EngineSetup, turns: readonly HistoryTurn[]): void {
    this.#prefill.abort();
    if (this.#closed || !this.#model.isOpen) return;
    this.#prefill = new AbortController();
    const { signal } = this.#prefill;
    const prompt = replyPrompt(setup, turns).replace(/[^\n]*$/, '');
    this.#model.use((model) => model.prefill(prompt, signal)).catch(() => undefined);
  }

  takeResult(): boolean {
    return false;
  }

  newTurn(): void {}

  close(): void {
    this.#closed = true;
    this.#prefill.abort();
  }

  #call(line: string, { setup, words, run }: Pick<AskedTalk, 'setup' | 'words' | 'run'>): boolean {
    const call = checkedCall(line, setup.tools, words);
    if (call === null || run.signal.aborted) return false;
    this.#tellCall(call, run);
    return true;
  }

  #tellCall(call: MeantCall, run: ReplyRun): void {
    this.#ids += 1;
    run.call({ callId: `line-${this.#ids}`, ...call });
  }
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

/** Who tells something, or speaks to the assistant about itself, wants a listener: code is a better one than a small model. */
function isForCompany(words: string, lastReply: string | undefined, isSurelyTalk: boolean): boolean {
  return (
    isKnocking(words, lastReply) ||
    (!asksForStory(words) && (isSurelyTalk || isAboutMe(words) || replyKind(words, invites(lastReply)) === 'small-talk'))
  );
}

/** What the user said in the turns before this one, as far as it tells what this one is. */
function saidBefore(turns: readonly HistoryTurn[]): readonly string[] {
  const said = turns.filter(({ role }) => role === 'user').map(({ text }) => text);
  return said.slice(0, -1).slice(-MOST_EARLIER);
}

interface Taken {
  readonly move: Move | null;
  /** Surely talk, whatever form it has. */
  readonly isTalk: boolean;
  /** False for what nobody on this computer can know. */
  readonly isKnown: boolean;
  readonly inTalk: readonly LikelySkill[];
}

/** How words are to be taken that ask for no skill: by what they mean alone, and in their place. */
async function takenAs({ words, turns, earlierReplies }: AskedTalk, readMeaning: ReadMeaning): Promise<Taken> {
  const last = earlierReplies.at(-1);
  const { likely } = await readMeaning(words);
  const { likely: inTalk } = await readMeaning(words, saidBefore(turns));
  const kind = surelyMeant(likely, invites(last));
  const move = moveOf(likely, last, inTalk);
  const isPart = last !== undefined && (kind === 'unknown' || move === null) && (await isAmidTalk(turns, inTalk, readMeaning));
  const isLikelyTalk = kind === 'talk' || (chanceOfTalk(likely) >= LEAST_TALK && !words.trimEnd().endsWith('?'));
  return {
    ...{ move, inTalk, isTalk: isPart || move !== null || isLikelyTalk },
    isKnown: isPart || kind !== 'unknown' || (isAboutMe(words) && !ASKS_AN_OPINION.test(words)),
  };
}

/** What follows something told, and is itself told or wondered in its place: "they let me go on Friday", "who hires a woman my age?". */
async function isAmidTalk(turns: readonly HistoryTurn[], inTalk: readonly LikelySkill[], readMeaning: ReadMeaning): Promise<boolean> {
  if (chanceOfTalk(inTalk) < LEAST_IN_PLACE) return false;
  const before = saidBefore(turns).at(-1);
  return before !== undefined && chanceOfTalk((await readMeaning(before)).likely) >= LEAST_TALK;
}

/** Every wording of one utterance is read by the model once, whoever asks. */
function readingOnce(readMeaning: ReadMeaning): ReadMeaning {
  const readings = new Map<string, ReturnType<ReadMeaning>>();
  return (...said) => {
    const key = [said[0], ...(said[1] ?? [])].join('\n');
    const reading = readings.get(key) ?? readMeaning(...said);
    readings.set(key, reading);
    return reading;
  };
}

/** Read at once: it takes a thread of its own, while the phrases are looked through. */
function begun(words: string, readMeaning: ReadMeaning): ReadMeaning {
  readMeaning(words).catch(() => undefined);
  return readMeaning;
}

/** What a phrase understood, unless meaning knows better: it may clear a suspicion, and name what is there instead of what is not. */
async function callByPhrase(setup: EngineSetup, words: string, readMeaning: ReadMeaning): Promise<MeantCall | null> {
  const best = bestTool(setup.tools, words);
  if (best?.tool.isOfDanger === true) return dangerCall(best, (await readMeaning(words)).likely);
  const danger = meantDanger((await readMeaning(words)).likely, setup.tools);
  if (danger !== null || best === null) return danger;
  const { tool, match } = best;
  const [call, isWithin] = [{ name: tool.name, arguments: match.arguments }, match.score < 1];
  if (tool.finds?.(match.arguments) === false) return (await meantCall(words, setup, readMeaning)) ?? call;
  if (isWithin && isSurelyNot(tool, (await readMeaning(words)).likely)) return null;
  const read = await readWhole(words, setup, readMeaning);
  return meantInstead(tool, read, setup.tools) ?? refined({ ...call, isWithin }, read, setup.tools);
}

/** A false alarm costs less here than a question. */
const NEVER_ASKED_ABOUT = new Set(['self-harm', 'gas']);

/** What a rule takes for danger: a doubt may be cleared, and what is surely talk is asked about. */
function dangerCall({ tool, match }: NonNullable<ReturnType<typeof bestTool>>, likely: readonly LikelySkill[]): MeantCall | null {
  const call = { name: tool.name, arguments: match.arguments };
  if (match.isDoubtful === true) return isAcquitted(tool.name, likely) ? null : call;
  const ruled = `${match.arguments['kind']}`;
  const other = otherKind(tool.name, ruled, likely);
  if (other !== null) return { ...call, arguments: { ...match.arguments, kind: other } };
  const isTalk = !NEVER_ASKED_ABOUT.has(ruled) && isContradicted(tool.name, likely);
  return isTalk ? { ...call, arguments: tool.suspected?.(ruled) ?? match.arguments } : call;
}
