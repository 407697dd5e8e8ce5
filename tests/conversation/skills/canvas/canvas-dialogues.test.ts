import { describe, expect, it } from 'vitest';
import type { Canvas } from '../../../../electron/ipc/canvas-schema.ts';
import { talkAtScreen } from '../talk-at-screen.ts';

function talk() {
  const { say, shelf } = talkAtScreen({ takesOrders: false });
  return { say: async (utterance: string) => (await say(utterance)).sentence, shelf, shown: () => rowsOf(shelf.current) };
}

function rowsOf(canvas: Canvas | null): readonly string[] {
  return canvas?.rows.map(({ cells }) => cells.join(' | ')) ?? [];
}

describe('a shopping list by voice', () => {
  it('is made, added to, taken from, and taken back several times', async () => {
    const { say, shown } = talk();
    expect(await say('Make a shopping list.')).toBe('Here is the Shopping list.');
    expect(await say('Add milk, eggs and two loaves of bread.')).toBe('Milk, eggs and two loaves of bread are on the Shopping list.');
    expect(shown()).toEqual(['Milk', 'Eggs', 'Two loaves of bread']);
    expect(await say('Also put salt and pepper on the list, please.')).toBe('Salt and pepper are on the Shopping list.');
    expect(await say('Remove the eggs.')).toBe('Eggs are off the Shopping list.');
    expect(shown()).toEqual(['Milk', 'Two loaves of bread', 'Salt and pepper']);
    expect(await say('Take that back.')).toBe('Taken back.');
    expect(await say('Take that back.')).toBe('Taken back.');
    expect(shown()).toEqual(['Milk', 'Eggs', 'Two loaves of bread']);
    expect(await say('Change milk to oat milk.')).toBe('Milk is now oat milk.');
    expect(await say("What's on the list?")).toBe('On the Shopping list: oat milk, eggs and two loaves of bread.');
    expect(await say('Cross off the first one.')).toBe('Oat milk is off the Shopping list.');
    expect(await say('Clear the list.')).toMatch(/^The Shopping list is empty now\./);
    expect(await say('Undo.')).toBe('Taken back.');
    expect(shown()).toEqual(['Eggs', 'Two loaves of bread']);
  });

  it('knows what is meant without what is told of it, and ticks several that were only named', async () => {
    const { say, shown, shelf } = talk();
    await say('Make a chores list with vacuum, dishes and laundry.');
    expect(await say('Check off dishes Maddie did them')).toBe('Dishes are done.');
    expect(await say("Remove the last one nobody's got time for it")).toBe('Laundry is off the Chores list.');
    await say('Make a shopping list with bacon, cabbage and parsley.');
    expect(await say('I have the bacon and the cabbage in the trolley mark them off')).toBe('Bacon and cabbage are done.');
    expect(shown()).toEqual(['Bacon', 'Cabbage', 'Parsley']);
    expect(await say('Mark cabbage and parsley both done')).toBe('Cabbage and parsley are done. Nothing is left.');
    expect(shelf.current?.rows.map(({ done }) => done)).toEqual([true, true, true]);
    await say('Take all the ticks off');
    expect(shelf.current?.rows.map(({ done }) => done)).toEqual([undefined, undefined, undefined]);
  });

  it('changes what stands beside a day, which may only become another day', async () => {
    const { say, shown } = talk();
    await say('Make a table with day and shift.');
    await say('Add Monday, early.');
    await say('Change Monday to nights.');
    expect(shown()).toEqual(['Monday | Nights']);
    await say('Change Monday to Tuesday.');
    expect(shown()).toEqual(['Tuesday | Nights']);
  });

  it('shows what is not done, or what is', async () => {
    const { say, shelf } = talk();
    await say('Make a jobs list with mow, sweep and rake.');
    await say('Tick sweep.');
    expect(await say("Show me only the ones that aren't done.")).toBe('Only what is not done: 2 rows.');
    expect(shelf.current?.filter).toMatchObject({ isDone: false });
    expect(await say('Show me just what is ticked.')).toBe('Only what is done: one row.');
    await say('Show everything.');
    expect(shelf.current?.filter).toBeNull();
  });

  it('changes how many there are, and adds up what can be added up', async () => {
    const { say, shown } = talk();
    await say('Make a shopping list with two onions and celery.');
    expect(await say('Change two onions to four.')).toBe('Two onions is now four onions.');
    await say('Make a table with bill and amount.');
    await say('Add phone, sixty.');
    await say('Add internet, seventy.');
    expect(await say('What is the total of the bill?')).toBe('Amount together: 130.');
    expect(shown()).toEqual(['Phone | 60', 'Internet | 70']);
  });

  it('holds what is named with "and", each by itself but for what is one thing', async () => {
    const { say, shown } = talk();
    await say('Make a shopping list.');
    await say('Add carrots, ham and butter.');
    await say('Add fish and chips.');
    expect(shown()).toEqual(['Carrots', 'Ham', 'Butter', 'Fish and chips']);
  });

  it('grows also when it is not on the screen, and is found again', async () => {
    const { say, shelf, shown } = talk();
    expect(await say('Add batteries to my shopping list.')).toBe('Batteries are on the Shopping list.');
    expect(await say('Make a packing list with socks and a toothbrush.')).toBe('Here is the Packing list with socks and toothbrush.');
    expect(await say('Put apples on the shopping list.')).toBe('Apples are on the Shopping list.');
    expect(shown()).toEqual(['Batteries', 'Apples']);
    expect(await say('Open the packing list.')).toBe('On the Packing list: socks and toothbrush.');
    expect(shelf.list('').length).toBe(2);
  });
});

describe('a table by voice', () => {
  it('gets a column of prices, is sorted, added up, and made again for another city', async () => {
    const { say, shelf, shown } = talk();
    expect(await say('Create a plan for a weekend in New York with the columns day, what')).toBe('Here is the Weekend in New York plan.');
    await say('Add Saturday, Hotel');
    await say('Add Saturday, Train');
    await say('Add Sunday, Museum');
    expect(shown()).toEqual(['Saturday | Hotel', 'Saturday | Train', 'Sunday | Museum']);
    expect(await say('Add a price column with ninety dollars, forty five dollars and fifty cents, twelve dollars')).toBe(
      'The price column has three values.',
    );
    expect(shown()).toEqual(['Saturday | Hotel | $90', 'Saturday | Train | $45.50', 'Sunday | Museum | $12']);
    expect(await say('Sort it by price.')).toBe('Sorted by price.');
    expect(shown()[0]).toBe('Sunday | Museum | $12');
    expect(await say("What's the total?")).toBe('Price together: $147.50.');
    expect(await say('The museum costs fifteen dollars.')).toBe('Price of the museum: $15.');
    expect(await say('Show only Saturday.')).toBe('Only Saturday: 2 rows.');
    expect(shelf.current?.filter).toMatchObject({ holds: 'saturday' });
    expect(await say('Show everything again.')).toBe('Here is everything again.');
    expect(await say('Now the same for Atlanta.')).toBe('Here is the Weekend in Atlanta plan.');
    expect(shown()).toEqual(['Sunday |  | ', 'Saturday |  | ', 'Saturday |  | ']);
    expect(await say('Show me the New York plan.')).toMatch(/^On the Weekend in New York plan:/);
    expect(await say('Remove the price column.')).toBe('The price column is gone.');
    expect(await say('Rename the what column to activity.')).toBe('It is called activity now.');
    expect(shelf.current?.columns.map(({ name }) => name)).toEqual(['Day', 'Activity']);
  });

  it('puts a price into its column also where no comma was heard', async () => {
    const { say, shown } = talk();
    await say('Make a table with the columns city and price.');
    await say('Add London forty dollars.');
    await say('Add New York, ninety five dollars and fifty cents.');
    expect(shown()).toEqual(['London | $40', 'New York | $95.50']);
  });

  it('asks back when it could be either, and says what is not there', async () => {
    const { say, shown } = talk();
    await say('Make a table with the columns dish, size');
    await say('Add Coffee, small');
    await say('Add Coffee, large');
    expect(await say('Remove the coffee.')).toBe('Which one? There are Coffee, Small and Coffee, Large.');
    expect(await say('Remove both coffees.')).toBe('Coffee and coffee are off the Table.');
    expect(shown()).toEqual([]);
    expect(await say('Remove the tea.')).toBe("I don't see tea on the Table.");
    expect(await say('Remove the weather column.')).toBe('There is no weather column on the Table.');
  });
});

describe('words that need something on the screen', () => {
  it.each(['Add milk.', 'Take that back.', 'Remove the third one.', 'Sort it by price.', 'Now the same for Atlanta.', 'I need a break.'])(
    '%s means nothing without it',
    async (utterance) => expect(await talk().say(utterance)).toBe('not understood'),
  );

  it.each(['How are you today?', 'Tell me a joke.', 'I love music.', 'What do you think of the weather?', 'My sister is visiting.'])(
    '%s means nothing of it',
    async (utterance) => {
      const { say, shown } = talk();
      await say('Make a shopping list with milk.');
      await say(utterance);
      expect(shown()).toEqual(['Milk']);
    },
  );

  it('keeps sums and timers what they are while a list is open', async () => {
    const { say } = talk();
    await say('Make a list.');
    expect(await say('What is two plus three?')).toMatch(/five/);
    expect(await say('Set a timer for five minutes.')).toBe('Timer set for five minutes.');
  });
});
