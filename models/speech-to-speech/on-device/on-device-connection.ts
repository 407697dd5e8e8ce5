import type { AudioFrame } from '../../../electron/ipc/audio-frame.ts';
import { type RepairedText, repairHeard } from '../../names/heard-names.ts';
import { type LocalNames, localNames } from '../../names/local-names.ts';
import type { Transcript } from '../../speech-to-text/speech-to-text.ts';
import type { ConversationItem, EngineEvent, EngineSetup, PhraseMatch, RealtimeConnection, ToolDefinition } from '../realtime-model.ts';
import { askedIn, bestTool } from './best-tool.ts';
import { clausesOf } from './clauses.ts';
import type { Mind } from './mind.ts';
import { NameRehearsals } from './name-rehearsals.ts';
import type { OnDeviceRoles } from './on-device-model.ts';
import { asFailure, ReplyRun } from './reply-run.ts';
import { RunningUtterance } from './running-utterance.ts';
import type { Asked } from './second-hearing.ts';
import { SpokenHistory } from './spoken-history.ts';
import { stablePrefix } from './stable-prefix.ts';

/** Of a skill's sentence, before the turn is over: more would only be thrown away when the speaker goes on. */
const CLAUSES_AHEAD = 2;

/** One conversation with the models of this computer, or those that stand in for them. */
export class OnDeviceConnection implements RealtimeConnection {
  readonly #roles: OnDeviceRoles;
  readonly #mind: Mind;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #history: SpokenHistory;
  #setup: EngineSetup;
  #names: LocalNames;
  readonly #rehearsals: NameRehearsals;
  #utterance: RunningUtterance | null = null;
  #lastWords = '';
  /** A reply made before the turn was committed, and the words it answers. */
  #ahead: { readonly words: string; readonly run: ReplyRun } | null = null;
  #run: ReplyRun | null = null;
  /** The reply in which skills were called: what follows is its continuation. */
  #calling: ReplyRun | null = null;
  #sentence: string | null = null;
  /** The utterance that runs goes on where the last committed one was cut off. */
  #continues = false;
  #preview = new AbortController();
  /** Why it cannot go on: told to whoever listens then. */
  #broken: EngineEvent | null = null;
  #ids = 0;

  constructor(roles: OnDeviceRoles, mind: Mind, setup: EngineSetup) {
    this.#roles = roles;
    this.#mind = mind;
    this.#setup = setup;
    this.#rehearsals = new NameRehearsals({ roles, known: roles.rehearsedNames, onLearned: () => this.#compileNames() });
    this.#names = localNames(setup.names, this.#rehearsals.rehearsed);
    this.#rehearsals.want(setup.names);
    this.#history = new SpokenHistory(setup.history);
    this.#prepareMind();
    this.#roles.clauseVoice.prepare(setup.persona.voice);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    if (this.#broken !== null) listener(this.#broken);
    return () => void this.#listeners.delete(listener);
  }

  appendAudio(frame: AudioFrame): void {
    this.#rehearsals.disturb();
    this.#utterance ??= this.#newUtterance();
    this.#utterance.append(frame);
    if (!this.#utterance.isAhead) this.#dropAhead();
  }

  anticipate(): void {
    const utterance = this.#utterance;
    if (utterance === null || this.#roles.metered.hearing) return;
    utterance.finalWords().then(
      (transcript) => {
        const { text } = this.#understood(transcript);
        if (utterance !== this.#utterance || !utterance.isAhead) return;
        // That there were no words is worth knowing, too: a laugh ends no reply.
        utterance.tellWhole(transcript.rejected ? { ...transcript, text: '' } : transcript);
        if (text !== '') this.#replyAhead(this.#joined(text, this.#continues));
      },
      // The commit will ask again and tell what is wrong.
      () => undefined,
    );
  }

  commit(): void {
    const utterance = this.#utterance;
    this.#utterance = null;
    const itemId = this.#id('user');
    const continues = this.#continues;
    this.#continues = false;
    const words =
      utterance?.finalWords() ?? Promise.resolve<Transcript>({ text: '', heardText: null, averageLogProbability: 0, rejected: true });
    words.then(
      (transcript) => this.#takeWords(itemId, this.#understood(transcript), continues),
      (failure: unknown) => this.#tell({ type: 'failed', failure: asFailure(failure) }),
    );
  }

  continueTurn(): void {
    this.#continues = true;
  }

  discard(): void {
    this.#utterance?.close();
    this.#utterance = null;
    this.#continues = false;
    this.#dropAhead();
  }

  respond(): void {
    this.#rehearsals.disturb();
    const sentence = this.#sentence;
    this.#sentence = null;
    if (sentence !== null) {
      this.#start(this.#newRun(), clausesOf([sentence]));
      return;
    }
    if (this.#mind.awaitsResults) return;
    const chosen = this.#mind.hasResults ? null : this.#sureTool(this.#lastWords);
    if (chosen !== null) this.#callTool(chosen.tool, chosen.match);
    else this.#answer(this.#lastWords);
  }

  cancel(): void {
    this.#dropAhead();
    const run = this.#run;
    this.#run = null;
    if (run?.cancel()) this.#tell({ type: 'response-ended', responseId: run.responseId, end: 'cancelled' });
  }

  truncate(itemId: string, _heardMs: number, heardText: string): void {
    this.#history.setReply(itemId, heardText);
    this.#prepareMind();
  }

  appendItem(item: ConversationItem): void {
    if (item.kind !== 'user-text') {
      this.#dropTalkAhead();
      if (item.kind !== 'tool-result' || !this.#mind.takeResult(item)) this.#sentence = item.sentence;
      return;
    }
    this.#newTurn(item.text);
    this.#history.addUser(item.text);
  }

  update(setup: EngineSetup): void {
    this.#setup = setup;
    this.#roles.clauseVoice.prepare(setup.persona.voice);
    this.#compileNames();
    this.#rehearsals.want(setup.names);
    this.#dropTalkAhead();
    this.#prepareMind();
  }

  /** A model that it needs could not be loaded. */
  breakOff(failure: unknown): void {
    this.#broken = { type: 'disconnected', failure: asFailure(failure) };
    this.#tell(this.#broken);
  }

  async close(): Promise<void> {
    this.#mind.close();
    const rehearsalsClosed = this.#rehearsals.close();
    this.discard();
    this.#run?.cancel();
    this.#listeners.clear();
    await rehearsalsClosed;
  }

  #newUtterance(): RunningUtterance {
    const itemId = this.#id('user');
    return new RunningUtterance(this.#roles.speechToText, {
      partials: !this.#roles.metered.hearing,
      bias: () => this.#names.bias,
      askedIn: (text) => this.#askedIn(repairHeard(text, this.#setup.names).text),
      shown: () => this.#setup.shown?.() ?? [],
      tell: ({ text: words, stableText: stableWords, ...guess }) => {
        const { text, heardText } = repairHeard(words, this.#setup.names);
        const stableText = heardText === null ? stableWords : stablePrefix(repairHeard(stableWords, this.#setup.names).text, text);
        this.#tell({ type: 'user-transcript', itemId, text, heardText, stableText, final: false, ...guess });
      },
    });
  }

  async #askedIn(words: string): Promise<Asked> {
    return this.#mind.asks?.(words, this.#setup) ?? askedIn(this.#setup.tools, words);
  }

  /** The words with names as their cards write them: everything that follows works on these. */
  #understood(transcript: Transcript): RepairedText {
    if (transcript.rejected) return { text: '', heardText: null };
    const { text, heardText } = repairHeard(transcript.text, this.#setup.names);
    return { text, heardText: transcript.heardText ?? heardText };
  }

  #takeWords(itemId: string, { text, heardText }: RepairedText, continues: boolean): void {
    const words = this.#joined(text, continues);
    if (this.#ahead?.words === words) this.#lastWords = words;
    else this.#newTurn(words);
    if (text !== '' && continues) this.#history.replaceUser(words);
    else if (text !== '') this.#history.addUser(text);
    this.#tell({ type: 'user-transcript', itemId, text, heardText, stableText: text, final: true });
  }

  /** What was made for other words, before the turn was over or in an earlier one, is over. */
  #newTurn(words: string): void {
    this.#dropTalkAhead();
    this.#lastWords = words;
    this.#calling = null;
    this.#mind.newTurn();
  }

  #joined(text: string, continues: boolean): string {
    return continues ? `${this.#lastWords} ${text}`.trim() : text;
  }

  /** A skill that the words ask for so plainly that nobody else is asked. */
  #sureTool(words: string): ReturnType<typeof bestTool> {
    const best = bestTool(this.#setup.tools, words);
    // A doubt is the mind's to settle, and what names something that is not there may have been meant otherwise.
    const isPlain = best !== null && best.match.isDoubtful !== true && best.tool.finds?.(best.match.arguments) !== false;
    return isPlain && best.match.score >= this.#mind.surePhrase ? best : null;
  }

  /** Works ahead on what causes no effects: talk and refusals are made, and what a skill without effects would say. */
  #replyAhead(words: string): void {
    if (this.#roles.metered.voice || this.#ahead?.words === words) return;
    this.#dropAhead();
    const chosen = this.#sureTool(words);
    if (chosen !== null) return void this.#speakAhead(chosen.tool, chosen.match.arguments, words);
    if (this.#roles.metered.talk) return;
    this.#calling = null;
    this.#mind.newTurn();
    const run = this.#newRun();
    this.#ahead = { words, run };
    void run.make(this.#talk(words, run)).then(() => {
      const [call] = run.calls;
      const tool = this.#ahead?.run === run ? this.#setup.tools.find(({ name }) => name === call?.name) : undefined;
      if (call !== undefined && tool !== undefined) void this.#speakAhead(tool, call.arguments, words);
    });
  }

  /** Makes the voice of a skill's first clauses; they are found there when the skill has really run and says the same. */
  async #speakAhead(tool: ToolDefinition, given: Readonly<Record<string, unknown>>, words: string): Promise<void> {
    this.#preview = new AbortController();
    const { signal } = this.#preview;
    const sentence = await tool.preview?.(given, words).catch(() => null);
    if (sentence == null || signal.aborted) return;
    let clauses = 0;
    for await (const clause of clausesOf([sentence])) {
      this.#roles.clauseVoice.pieces(clause, { ...this.#manner(), signal });
      clauses += 1;
      if (clauses === CLAUSES_AHEAD) return;
    }
  }

  #manner() {
    const { pronunciations, respellings } = this.#names;
    return { voice: this.#setup.persona.voice, pronunciations, respellings };
  }

  #answer(words: string): void {
    const ahead = this.#ahead;
    this.#ahead = null;
    if (ahead?.words === words) {
      this.#open(ahead.run);
      return;
    }
    ahead?.run.cancel();
    const run = this.#newRun();
    this.#start(run, this.#talk(words, run));
  }

  #talk(words: string, run: ReplyRun): AsyncIterable<string> {
    const { turns, replies } = this.#history;
    const asked = turns.at(-1)?.role === 'user' && turns.at(-1)?.text === words;
    const ended = asked || words === '' ? turns : [...turns, { role: 'user' as const, text: words }];
    return this.#mind.talk({ setup: this.#setup, words, turns: ended, earlierReplies: replies, run });
  }

  #callTool(tool: ToolDefinition, match: PhraseMatch): void {
    this.#dropTalkAhead();
    const responseId = this.#id('response');
    this.#tell({ type: 'response-started', responseId });
    this.#tell({ type: 'tool-called', responseId, callId: this.#id('call'), name: tool.name, arguments: match.arguments });
    this.#tell({ type: 'response-ended', responseId, end: 'called-tools' });
  }

  #newRun(): ReplyRun {
    return new ReplyRun({
      responseId: this.#id('response'),
      itemId: this.#id('reply'),
      clauseVoice: this.#roles.clauseVoice,
      ...this.#manner(),
      continues: this.#calling,
      tell: (event) => this.#tell(event),
      onEnded: (run) => this.#replyEnded(run),
    });
  }

  #start(run: ReplyRun, clauses: AsyncIterable<string>): void {
    this.#open(run);
    void run.make(clauses);
  }

  #open(run: ReplyRun): void {
    this.#run = run;
    run.open();
  }

  #replyEnded(run: ReplyRun): void {
    this.#calling = run.called ? run : null;
    if (run.called) return;
    this.#history.setReply(run.itemId, run.text);
    this.#prepareMind();
  }

  #dropAhead(): void {
    this.#dropTalkAhead();
    this.#preview.abort();
  }

  #dropTalkAhead(): void {
    this.#ahead?.run.cancel();
    this.#ahead = null;
  }

  #prepareMind(): void {
    this.#mind.prepare(this.#setup, this.#history.turns);
  }

  #compileNames(): void {
    this.#names = localNames(this.#setup.names, this.#rehearsals.rehearsed);
  }

  #id(kind: string): string {
    this.#ids += 1;
    return `${kind}-${this.#ids}`;
  }

  #tell(event: EngineEvent): void {
    this.#rehearsals.disturb();
    for (const listener of this.#listeners) listener(event);
  }
}
