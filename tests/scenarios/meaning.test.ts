import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Meaning } from '../../electron/conversation/session/meaning.ts';
import { factSchema } from '../../electron/ipc/memory-schema.ts';
import { Scope } from '../../electron/lifetime/scope.ts';
import type { MeaningModel, TextMeaning } from '../../models/meaning/meaning-model.ts';
import { Stage, settled } from './stage.ts';

const SUBJECTS = [/tooth|dentist/, /car|drive|parked/, /tea|drink/];

/** Knows three subjects, and says of every text which of them it is about. */
class SubjectModel implements MeaningModel {
  readonly id = 'subjects';
  readonly dimensions = SUBJECTS.length;
  readonly classes = ['talk', 'timer.list'];
  readonly asked: string[] = [];
  held: Promise<void> = Promise.resolve();
  broken = false;

  async read(texts: readonly string[]): Promise<readonly TextMeaning[]> {
    this.asked.push(...texts);
    await this.held;
    if (this.broken) throw new Error('the thread ended');
    return texts.map((text) => ({
      vector: Float32Array.from(SUBJECTS, (subject) => Number(subject.test(text))),
      chances: /\bleft\b/.test(text) ? Float32Array.of(0.1, 0.9) : Float32Array.of(0.9, 0.1),
      spans: [],
    }));
  }

  async close(): Promise<void> {}
}

let stage: Stage;
let model: SubjectModel;
let meaning: Meaning;
let scope: Scope;
let failures: unknown[];

beforeEach(async () => {
  model = new SubjectModel();
  failures = [];
  let clockMs = 0;
  scope = new Scope('meaning');
  meaning = new Meaning({
    scope,
    open: async () => model,
    failed: (failure) => failures.push(failure),
    // Always long after the last word: the background work waits for nothing.
    nowMs: () => (clockMs += 60_000),
  });
  stage = await Stage.open({ meaning });
  await meaning.start();
});
afterEach(async () => {
  await scope.close();
  await stage.close();
});

const vectors = () => stage.store.documents.list('fact-vector');
const told = async (words: string) => {
  await stage.session.sendText(words);
  await stage.reply();
  await meaning.learn(stage.session.remembering.memory);
};
const facts = () => stage.engine.setup?.facts.join(' ') ?? '';

describe('finding by meaning', () => {
  it('recalls what shares no word with the turn, by the words that were heard while it was spoken', async () => {
    await told('I have a dentist appointment on Thursday.');
    stage.session.talkKey('down');
    stage.hear('s'.repeat(30));
    stage.engine.tell({ type: 'user-transcript', itemId: 'i', text: 'My tooth hurts', heardText: null, stableText: '', final: false });
    await settled();
    stage.session.talkKey('up');
    stage.hear('.....');
    stage.engine.transcript('My tooth hurts so much.');
    expect(facts()).toMatch(/dentist/);
    await stage.reply('Good that you see the dentist soon.');
    expect(stage.store.turns.at(-1)?.notes).toMatchObject([{ kind: 'used', label: 'I have a dentist appointment on Thursday' }]);
  });

  it('lets a reply that is made ahead know it, so that nothing is made twice', async () => {
    await told('I have a dentist appointment on Thursday.');
    await told('Well, well.');
    stage.session.setTalkMode('hands-free');
    stage.hear(`......${'s'.repeat(20)}`);
    stage.engine.tell({ type: 'user-transcript', itemId: 'i', text: 'My tooth hurts.', heardText: null, stableText: '', final: false });
    await settled();
    stage.calls();
    stage.hear('.'.repeat(24));
    stage.engine.transcript('My tooth hurts.');
    const calls = stage.calls();
    expect(calls.indexOf('update')).toBeLessThan(calls.indexOf('anticipate'));
    expect(calls.filter((call) => call === 'update')).toHaveLength(1);
  });

  it('works for what is typed as for what is spoken', async () => {
    await told('I parked on level three.');
    stage.session.remembering.expect('Where is the car');
    await settled();
    await stage.session.sendText('Where is the car?');
    expect(facts()).toMatch(/level three/);
  });

  it('keeps nobody waiting: a turn whose meaning is not known yet is answered at once', async () => {
    await told('I have a dentist appointment on Thursday.');
    model.held = new Promise(() => undefined);
    stage.session.remembering.expect('My tooth hurts');
    stage.calls();
    await stage.session.sendText('My tooth hurts.');
    expect(stage.calls()).toContain('respond');
    expect(facts()).not.toMatch(/dentist/);
  });

  it('takes the newest words when they come faster than their meaning', async () => {
    let release = () => {};
    model.held = new Promise((resolve) => {
      release = resolve;
    });
    for (const words of ['My', 'My tooth', 'My tooth hurts']) stage.session.remembering.expect(words);
    release();
    await settled();
    expect(model.asked).toEqual(['my', 'my tooth hurts']);
  });

  it('forgets the vector with the fact, and never finds what reads otherwise now', async () => {
    await told('Remember that I drive a blue car.');
    await stage.tool('memory.remember', { what: 'I drive a blue car' });
    await stage.reply();
    await meaning.learn(stage.session.remembering.memory);
    const [fact] = stage.store.documents.list('fact').map((document) => factSchema.parse(document));
    expect(vectors()).toMatchObject([{ factId: fact?.id, model: 'subjects' }]);
    if (fact === undefined) throw new Error('nothing was learned');
    const { memory } = stage.session.remembering;
    memory.facts.put({ ...fact, words: 'I like blue cheese' });
    meaning.expect('Where is the car');
    await settled();
    expect(meaning.near('Where is the car', memory)).toEqual([]);
    memory.forget(fact.id);
    expect(vectors()).toEqual([]);
  });

  it('is a private matter: a private conversation finds nothing that is kept, and leaves nothing', async () => {
    await told('I have a dentist appointment on Thursday.');
    await stage.session.newConversation('private');
    const before = JSON.stringify(vectors());
    await told('I like green tea.');
    stage.session.remembering.expect('My tooth hurts');
    await settled();
    await stage.session.sendText('My tooth hurts.');
    expect(facts()).not.toMatch(/dentist/);
    expect(JSON.stringify(vectors())).toBe(before);
  });

  it('knows no more than the persona may', async () => {
    await told('I have a dentist appointment on Thursday.');
    await stage.session.sendText('Winston may not know anything about me.');
    await stage.tool('persona.forbid-about-me', { name: 'Winston' });
    await stage.reply();
    stage.session.switchPersona('winston');
    stage.session.remembering.expect('My tooth hurts');
    await settled();
    await stage.session.sendText('My tooth hurts.');
    expect(facts()).not.toMatch(/dentist/);
  });

  it('goes on by words when the model stops', async () => {
    await told('I have a dentist appointment on Thursday.');
    model.broken = true;
    stage.session.remembering.expect('My tooth hurts');
    await settled();
    await stage.session.sendText('When do I see the dentist?');
    expect(facts()).toMatch(/dentist appointment/);
    expect(failures).toHaveLength(1);
  });
});
