import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { companyReply, isAboutMe, isKnocking } from '../../../../../models/speech-to-speech/on-device/company/company-reply.ts';
import { fitsMood } from '../../../../../models/speech-to-speech/on-device/company/fits-mood.ts';
import { moodOf } from '../../../../../models/speech-to-speech/on-device/company/mood.ts';
import { moveNamed } from '../../../../../models/speech-to-speech/on-device/company/moves/move-of.ts';
import { replyKind } from '../../../../../models/speech-to-speech/on-device/reply-policy.ts';
import { plainSetup } from '../setup.ts';

const { persona } = plainSetup;
const reply = (utterance: string, earlierReplies: readonly string[] = []) => companyReply(utterance, { persona, earlierReplies });

/** Wordings of 270 subjects by three authors, each labelled with its mood by its maker. */
const labelled = ['home', 'people', 'leisure'].flatMap((name) =>
  readFileSync(new URL(`../../../../../models/language/tuning/small-talk/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, mood, wordings = ''] = /^\[\S+ (good|bad|neutral)\] (.*)$/.exec(line) ?? [];
      return mood === undefined ? [] : wordings.split(' | ').map((said) => ({ said: said.replaceAll(/\{\w+\}/g, 'honey').trim(), mood }));
    }),
);

describe('the mood of what is told', () => {
  it.each([
    ['my car broke down again', 'sad'],
    ['today everything went wrong', 'sad'],
    ['i am not happy with it', 'sad'],
    ['my best friend is getting married', 'glad'],
    ['my daughter got the lead in the school play', 'glad'],
    ['i made a cake and it sank in the middle', 'sad'],
    ["i can't stop laughing", 'glad'],
    ["the baby won't sleep", 'sad'],
    ['the kids are in the garden', 'plain'],
  ] as const)('of "%s" is %s', (said, mood) => {
    expect(moodOf(said)).toBe(mood);
  });

  it('is seldom taken for its opposite', () => {
    const share = (mood: string, opposite: string) => {
      const all = labelled.filter((each) => each.mood === mood);
      return all.filter(({ said }) => moodOf(said) === opposite).length / all.length;
    };
    expect(labelled.length).toBeGreaterThan(3000);
    expect(share('bad', 'glad')).toBeLessThan(0.05);
    expect(share('good', 'sad')).toBeLessThan(0.08);
  });
});

describe('a listener', () => {
  it('plays a knock-knock joke to its end', () => {
    expect(reply('Knock knock.')).toBe("Who's there?");
    expect(reply('Lettuce.', ["Who's there?"])).toBe('Lettuce who?');
    expect(isKnocking('lettuce', "Who's there?")).toBe(true);
    expect(isKnocking('lettuce', 'How lovely!')).toBe(false);
  });

  it('says what fits a kind that is known by its meaning, and asks nobody twice', () => {
    const taken = (said: string, move: string, earlierReplies: readonly string[] = []) =>
      companyReply(said, { persona, earlierReplies, move: moveNamed(move) });
    expect(moveNamed('joke-asked')?.lines).toContain(taken('why did the scarecrow win a prize', 'joke-asked'));
    expect(moveNamed('shy-start')?.lines).toContain(taken("i don't really know what to say", 'shy-start'));
    const replies = ['three tomatoes', 'four tomatoes and a bean', 'one tomato'].map((said) => taken(said, 'garden', ['And how is it?']));
    expect(replies.filter((line) => line.endsWith('?'))).toEqual([]);
    expect(new Set(replies).size).toBe(2);
    // An answer is taken up, whatever kind it is.
    expect(taken('an egg on toast', 'short-answer', ['What did you have?'])).toBe('An egg on toast, I see.');
  });

  it('leaves to the teller what is not asked of it, and plays along with what is', () => {
    expect(reply('Reckon I should grow a moustache?')).toMatch(/^That I leave to you/);
    expect(reply('Would you be offended if I called you Doris?')).toMatch(/Go ahead/);
    expect(reply('You ever notice how grey March is?')).toMatch(/Now that you say it|thought of it/);
    expect(reply('You look after the place while we are gone, eh?')).toMatch(/hold the fort|right here/);
  });

  it('knows no kind that has no lines', () => {
    expect(moveNamed('nothing')).toBeNull();
    expect(moveNamed('toString')).toBeNull();
  });

  it.each([
    ["I've been on my feet since six this morning.", /rest/],
    ['The boiler packed in again last night.', /last thing one needs/],
    ['I went to a funeral this morning, it was a nice service.', /so sorry/],
    ['My little girl lost her first tooth.', /^How nice! Your little girl lost her first tooth\./],
    ['My daughter wants to be called Thunder from now on.', /^Your daughter wants to be called Thunder from now on\? /],
    ['Went to the market and bought far too much wool.', /You went to the market/],
    ['Honestly, I was going to ask Ms. Okoro, but she left.', /^You were going to ask Ms\. Okoro, but she left\? /],
    ["We're adopting an old greyhound.", /call them/],
    ['My sister adopted a puppy, and it is a girl.', /best wishes|call her/],
    ["I'm thinking of moving to Wales, you know", /What makes you think of moving to Wales\?/],
    ['I keep wondering about the old lighthouse', /What comes to mind about the old lighthouse\?/],
    ['Do you ever get bored?', /program/],
    ["Let's just chat for a bit.", /With pleasure/],
    ['You sound very cheerful today.', /Thank you/],
    ['The moon is so bright.', /^The moon is so bright\? /],
    ['We finally tuned the old piano.', /the old piano\./],
    ['Fresh sheets on the bed, isn’t that the best feeling?', /\?/],
    ['I am tired of it, you know.', /./],
    [
      'I made a stew for six and then remembered that they had all moved out.',
      /^You made a stew for six and then remembered that they had all/,
    ],
    ['Bored out of my mind.', /^(?!You bored)/],
    ['Feet are freezing.', /Your feet are freezing\?/],
    ['Love the smell of rain.', /^You love the smell of rain/],
    ['The pan was too heavy, mind you, and it stuck.', /^The pan was too heavy, and it stuck/],
    ['Twins this morning.', /^Twins this morning\?/],
    ['Do you like my singing? I got it from my dad.', /^You got it from your dad\?/],
    ['If you could smell, you would like it, I have bread in the oven.', /take your word|misses out/],
    ['You know what nobody tells you? How quiet it gets.', /^Oh\? /],
    ['Tired of me yet?', /^Not in the least/],
    ["hello love i've just come in from walking the dog", /^You've just come in from walking the dog\?/],
    ['i feel so silly now i was ready to be furious', /^You feel so silly now\?/],
    ['Is it odd that I say good night to you?', /^Not at all/],
  ])('hears "%s"', (said, answer) => {
    expect(reply(said)).toMatch(answer);
  });

  it.each([
    'I could have been a good dancer if my dad had been proud of me.',
    'I do not believe that anybody really enjoys turnips.',
    'You did not laugh at my lovely joke.',
    'I put ten on a horse called Broken Biscuit.',
    'She finished the marathon, but nobody was there.',
  ])('is neither glad nor sorry where that is not sure: "%s"', (said) => {
    expect(reply(said)).not.toMatch(/^(?:How nice|Oh dear|Lovely)/);
  });

  it.each([
    ['I might write her a letter.', /goes|turns out/],
    ['He is four and he has enormous ears.', /picture him/],
    ['We walked home along the canal.', /like\?/],
    ['Nothing happened, it is just quiet.', /^(?!Fair enough)/],
    ['My gran passed away in that house.', /hurry/],
  ])('has a line for this turn of a talk: "%s"', (said, answer) => {
    expect(reply(said, ['You like that? Tell me more.'])).toMatch(answer);
  });

  it('never says the same twice running, and asks nobody two questions in a row about one thing', () => {
    for (const { said } of labelled.filter((_, index) => index % 10 === 0)) {
      const first = reply(said);
      expect(first).not.toBe('');
      expect(reply(said, [first])).not.toBe(first);
    }
    expect(reply('The tomatoes are lovely this year.', ['How are you today?'])).not.toMatch(/\?$/);
  });

  it('takes what comes after its question for the answer', () => {
    const asked = ['That sounds delicious! Who gets the first piece?'];
    expect(reply('Oh, just me, my brother and his two lads.', asked)).toBe('You, your brother and his two lads, I see.');
    expect(reply('Not really.', asked)).toBe('Fair enough.');
    expect(reply('About two years now.', asked)).toBe('That is quite a while.');
    expect(reply('How about you?', asked)).toMatch(/program|leave to you/);
  });

  it('names nobody and no figure that it was not told', () => {
    for (const { said } of labelled) {
      const figures = reply(said).match(/\d+|\b(?:two|three|four|five|ten|twenty|hundred)\b/g) ?? [];
      const names = reply(said).match(/(?<=[\p{L},;] )(?!I\b|I')\p{Lu}\p{L}+/gu) ?? [];
      // How many two are is no figure about the world.
      expect([...figures, ...names].filter((word) => word !== 'two' && !said.includes(word.toLowerCase()))).toEqual([]);
    }
  });

  it('begins in words of the persona where it has some, and speaks no longer than it does', () => {
    const butler = { ...persona, courtesies: { glad: ['Splendid.'], sad: ['How trying.'] } };
    const of = (said: string, most?: number) =>
      companyReply(said, { persona: most === undefined ? butler : { ...butler, mostSentences: most }, earlierReplies: [] });
    expect(of('My roses are in bloom, lovely red ones.')).toBe('Splendid. Your roses are in bloom, lovely red ones. Tell me more.');
    expect(of('My roses are in bloom, lovely red ones.', 1)).toBe('Splendid, your roses are in bloom, lovely red ones.');
    expect(of('The train was cancelled again.')).toBe('How trying. The train was cancelled again? Tell me more, if you like.');
  });
});

describe('what is told from what is asked', () => {
  it.each([
    'The kids are finally asleep.',
    'Life is beautiful.',
    'Work was crazy today.',
    'You always cheer me up.',
    'I finished that book.',
    'The twins have discovered how to climb out of their cots.',
    'The car repair cost a fortune.',
    'The bread rose!',
    'He texted back!',
    'Peace at last.',
    'You know what nobody warns you about? How loud they eat.',
    'My wife laughs in her sleep, and I would give anything to know what is so funny.',
    "He's the only one there who's any good.",
    'Put my jumper on inside out and wore it all day.',
    "Can't stop yawning.",
    'The kids call me Uncle Beard.',
  ])('talks about "%s"', (said) => {
    expect(replyKind(said)).toBe('small-talk');
  });

  it.each([
    'The capital of France',
    'Tell me the population of Chad',
    'Is Pluto a planet',
    'Who was the first president',
    'Book me a table',
    'Explain how rain is made',
    'The largest lake in Africa is called',
    'I want you to tell me how to fix a tap',
    'You know what? Tell me the weather.',
    'Want to know something? Who wrote Hamlet?',
    'I never know what the capital of Chad is?',
    'so who wrote Hamlet',
    'Lights on',
  ])('declines "%s"', (said) => {
    expect(replyKind(said)).toBe('decline');
  });
});

describe('what is asked in earnest', () => {
  it.each([
    'Is it bad that my chest hurts?',
    'Is it okay to mix bleach and vinegar?',
    'Are you able to tell me the time in Tokyo?',
    'What would you need to bake a cake?',
    'Ever wonder how tall the tower is?',
    'Do you ever check the weather?',
    'Did you hear who won the election?',
    'Guess what the population of Chad is.',
    'I forget what the capital of Chad is.',
  ])('is never chatted away: "%s"', (said) => {
    expect(isAboutMe(said)).toBe(false);
    expect(replyKind(said)).toBe('decline');
  });
});

describe('what is said in so many words', () => {
  it.each([
    ["It's my birthday. Fifty-five, if you can believe it.", /birthday|happy returns|cake/i],
    ["Merry Christmas, you're the first one I've said it to.", /same to you|a good one to you/],
    ["Hello there, it's Frank. My daughter set you up for me.", /^Hello/],
    ['Can you keep a secret? I bought the boat.', /this computer/],
    ['All right then, good night, Doris.', /sleep|rest/i],
    ['Happy birthday to me, I guess.', /birthday|happy returns|cake/i],
    ["Don't you dare repeat that.", /not dream|promise|between us/],
    ['Would you say I talk too much?', /like listening|glad of your company/],
    ["I don't want to talk about it any more, if that's all right.", /needn't|leave it there|all the same/],
    ["I'm in a great mood and I don't even know why.", /mood|hear it/i],
    ["You won't believe what happened at the garage.", /curious|ears|what happened/i],
    ['I got my test results today.', /they/i],
    ["I'd rather not talk about it any more tonight.", /all right|leave it there|all the same/i],
    ['There, I feel better already.', /glad|here for/i],
    ['That helps, actually.', /glad|here for/i],
    ['You got it wrong yesterday, you know.', /sorry/i],
    ["Ssh, everybody's asleep.", /quietly|keep it down|softly/i],
    ["Guess what's stuck to the fridge?", /curious|ears|what happened/i],
    ["The doctor reckons it's just reflux, thank Christ.", /relief|glad|weight/i],
    ['Why did the mechanic sleep under the bus? He had to get up oily.', /good|groaner/i],
  ])('is believed before what it means: %s', (said, wanted) => {
    expect(companyReply(said, { persona, earlierReplies: [], move: moveNamed('low') })).toMatch(wanted);
  });

  it.each([
    "It's my birthday and nobody came.",
    "Hi there, it's raining.",
    'I want to go home early today.',
    "I'm not in a great mood.",
    "You won't believe it. My dog died.",
    "I don't want to talk about it. Well, maybe a little.",
    "I'd feel better if he called.",
    'I can only guess what to do next.',
  ])('is not heard in: %s', (said) => {
    expect(moveNamed('low')?.lines).toContain(companyReply(said, { persona, earlierReplies: [], move: moveNamed('low') }));
  });

  it('is a mood only where its meaning allows one', () => {
    const told = (isHardly?: (mood: 'glad' | 'sad') => boolean) =>
      companyReply('Donna laughed so hard at dinner she had to leave the table.', {
        persona,
        earlierReplies: [],
        ...(isHardly && { isHardly }),
      });
    expect(told()).not.toBe(told((mood) => mood === 'sad'));
    expect(told((mood) => mood === 'glad')).toBe(told());
  });

  it('is said back without the gaps of its quotation marks', () => {
    expect(companyReply('"Smells of soap", it says.', { persona, earlierReplies: [] })).not.toMatch(/ [,.?!]/);
  });
});

describe('what the small model says in a story', () => {
  it('is neither gleeful over bad news nor sorry over good news', () => {
    expect(fitsMood('How delightful.', 'My grandfather died.')).toBe(false);
    expect(fitsMood("I'm sorry to hear that.", 'I got promoted!')).toBe(false);
    expect(fitsMood("I'm sorry to hear that.", 'My car broke down.')).toBe(true);
    expect(fitsMood('How lovely.', 'I got promoted!')).toBe(true);
  });

  it('sends nobody to a doctor whose body was not spoken of, and leaves emergencies to code', () => {
    expect(fitsMood('Take it slow today, and ask a doctor if it stays.', 'I burned my toast.')).toBe(false);
    expect(fitsMood('Take it slow today, and ask a doctor if it stays.', 'My back hurts a bit.')).toBe(true);
    expect(fitsMood('Please call emergency services right now.', 'My back hurts a bit.')).toBe(false);
  });
});
