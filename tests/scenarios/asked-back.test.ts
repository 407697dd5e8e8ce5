import { afterEach, describe, expect, it } from 'vitest';
import { type NameCard, nameCardSchema } from '../../electron/ipc/memory-schema.ts';
import { Stage, settled } from './stage.ts';

let stage: Stage;
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
});

const cards = (): NameCard[] => stage.store.documents.list('name-card').map((card) => nameCardSchema.parse(card));
let told: string[] = [];
const said = () => stage.calls().flatMap((call) => /^say "(.*)"$/.exec(call)?.[1] ?? []);

function hear(text: string): void {
  stage.session.talkKey('down');
  stage.hear('s'.repeat(30));
  stage.session.talkKey('up');
  stage.hear('.....');
  stage.engine.transcript(text, null);
}

/** The engine says what it was given, to its end. */
async function reply(): Promise<void> {
  const [text = 'Fine.'] = said().slice(-1);
  told.push(text);
  stage.engine.reply(text);
  stage.played(text.split(' ').length * 300, 'finished');
  await settled();
}

describe('a name that was only probably said', () => {
  it('is asked about, and nothing of it is kept before the answer', async () => {
    stage = await Stage.open();
    told = [];
    hear('My name is Keith Long.');
    await reply();
    expect(told).toEqual(['Did you say your name is Keith Long?']);
    expect([cards(), stage.store.documents.list('fact'), stage.session.state.userName]).toEqual([[], [], null]);
    hear('Yes, I did.');
    await reply();
    expect(told.at(-1)).toBe('Nice to meet you, Keith Long.');
    expect(cards()).toMatchObject([{ owner: 'me', written: 'Keith Long' }]);
  });

  it('is asked for anew after a no, and then a bare name is enough', async () => {
    stage = await Stage.open();
    told = [];
    hear('My name is Keith Long.');
    await reply();
    hear('No.');
    await reply();
    expect(told.at(-1)).toBe('I misheard that. What is your name?');
    expect(cards()).toEqual([]);
    hear('Keith.');
    await reply();
    expect(cards()).toMatchObject([{ owner: 'me', written: 'Keith' }]);
  });

  it('is put right in the same breath as the no', async () => {
    stage = await Stage.open();
    told = [];
    hear('My name is Keith Long.');
    await reply();
    hear("No, it's Keith Lang.");
    await reply();
    expect(cards()).toMatchObject([{ owner: 'me', written: 'Keith Lang' }]);
  });

  it('is forgotten when something else is said', async () => {
    stage = await Stage.open();
    told = [];
    hear('My name is Keith Long.');
    await reply();
    hear('What time is it?');
    await reply();
    hear('Yes.');
    await reply();
    expect(cards()).toEqual([]);
  });
});
