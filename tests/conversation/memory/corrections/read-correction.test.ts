import { describe, expect, it } from 'vitest';
import { type CorrectionContext, NO_CONTEXT } from '../../../../electron/conversation/memory/corrections/correction.ts';
import { readCorrection, readCorrections } from '../../../../electron/conversation/memory/corrections/read-correction.ts';
import { asLine, linesOf, phrasingsOf } from './correction-lines.ts';

/** "Hello, Ivan", the assistant has just said. */
const calledIvan: CorrectionContext = { ...NO_CONTEXT, knownNames: ['Ivan'], lastNamed: 'Ivan', assistantNames: ['Nova'] };
const typed: CorrectionContext = { ...calledIvan, typed: true };

const name = (written: string, ...not: string[]) => ({ kind: 'name', written, not });
const spelling = (written: string, of: string | null = null) => ({ kind: 'spelling', written, of });
const said = (respelling: string, of: string | null = null) => ({ kind: 'pronunciation', respelling, of });
const person = (relation: string, written: string, ...not: string[]) => ({ kind: 'person', relation, written, not });

describe('a correction', () => {
  it.each([
    ['No, my name is Igor.', name('Igor')],
    ["It's Igor, not Ivan.", name('Igor', 'Ivan')],
    ['Not Ivan, Igor.', name('Igor', 'Ivan')],
    ["No. It's Igor.", name('Igor')],
    ['Igor, not Ivan.', name('Igor', 'Ivan')],
    ['Call me Kate.', name('Kate')],
    ["Actually, it's Juan.", name('Juan')],
    ["Actually it's Juan.", name('Juan')],
    ["My name isn't Ivan, it's Igor.", name('Igor', 'Ivan')],
    ["Please don't call me Bob, I'm Robert.", name('Robert', 'Bob')],
    ["Don't call me Ivan, call me Igor.", name('Igor', 'Ivan')],
    ['Wrong name. I am Aoife.', name('Aoife')],
    ["That's not my name. It's Igor.", name('Igor')],
    ['The name is Siobhan.', name('Siobhan')],
    ["The name's Siobhan.", name('Siobhan')],
    ['Um, no, my name is Igor.', name('Igor')],
    ['I said Igor.', name('Igor')],
    ['I said my name is Igor, not Ivan.', name('Igor', 'Ivan')],
    ["Nova, it's Igor, not Ivan.", name('Igor', 'Ivan')],
    ['You got my name wrong. It is Igor.', name('Igor')],
    ['Everyone calls me Jack.', name('Jack')],
    ['I go by Teddy.', name('Teddy')],
    ['From now on call me Boss.', name('Boss')],
    ['Could you call me Kate?', name('Kate')],
    ['Change my name to Ada.', name('Ada')],
    ["Sorry, I'm called Wojciech.", name('Wojciech')],
    ["Hi, I'm Peter.", name('Peter')],
    ["Hi, my name is Xochitl, what's yours?", name('Xochitl')],
    ['My name is Siobhan and I live in Dublin.', name('Siobhan')],
    ['My name is Ludwig van Beethoven', name('Ludwig van Beethoven')],
    ['My name is E. Gore.', name('E. Gore')],
    ['Please call me Dr. Smith.', name('Dr. Smith')],
    ["You can call me O'Brien", name("O'Brien")],
    ['My real name is Anna-Maria.', name('Anna-Maria')],
    ['You can call me Sam if you like.', name('Sam')],
    ['Remember my name is Clara.', name('Clara')],
  ])('%s', (utterance, expected) => {
    expect(readCorrection(utterance, calledIvan)).toMatchObject(expected);
  });

  it.each([
    ['no my name is igor', name('Igor')],
    ['My name is igor', name('Igor')],
    ['its igor not ivan', name('Igor', 'Ivan')],
    ['call me kate', name('Kate')],
    ['no its igor', name('Igor')],
  ])('typed: %s', (utterance, expected) => {
    expect(readCorrection(utterance, typed)).toMatchObject(expected);
  });

  it.each([
    ["That's spelled S-A-O-I-R-S-E.", spelling('Saoirse')],
    ["It's spelled S A O I R S E.", spelling('Saoirse')],
    ['My name is spelled S, A, O, I, R, S, E.', name('Saoirse')],
    ['Saoirse is spelled S-A-O-I-R-S-E.', spelling('Saoirse', 'Saoirse')],
    ['My name is Sirsha, S-A-O-I-R-S-E.', name('Saoirse', 'Sirsha')],
    ['India golf oscar romeo.', spelling('Igor')],
    ["It's Ana with double N.", spelling('Anna', 'Ana')],
    ["It's Anna with one n.", spelling('Ana', 'Anna')],
    ['I said Marco with a K.', spelling('Marko', 'Marco')],
    ['Not Steven, Stephen with a p h.', name('Stephen', 'Steven')],
    ["My name isn't John, it's John without an H.", name('Jon', 'John')],
    ['No, I-G-O-R.', spelling('Igor')],
    ['A, double N, A.', spelling('Anna')],
    ['S as in sugar, A as in apple, M as in mother.', spelling('Sam')],
    ['My name is Igor, spelled I G O R.', name('Igor')],
  ])('spelled: %s', (utterance, expected) => {
    expect(readCorrection(utterance, calledIvan)).toMatchObject(expected);
  });

  it.each([
    ["You're saying it wrong, it's EE-gor.", said('EE-gor')],
    ["You're saying it wrong. It's Egor.", said('Egor')],
    ['Igor is pronounced EE-gor.', said('EE-gor', 'Igor')],
    ["It's pronounced seer-sha.", said('seer-sha')],
    ['Say it like EE-gor.', said('EE-gor')],
    ["It's EE-gor.", said('EE-gor')],
    ['You pronounce it eye-gore.', said('eye-gore')],
  ])('said: %s', (utterance, expected) => {
    expect(readCorrection(utterance, calledIvan)).toEqual(expected);
  });

  it.each([
    ["My sister's name is Ana.", person('sister', 'Ana')],
    ['My boss is called Wojciech.', person('boss', 'Wojciech')],
    ['My wife is Maria.', person('wife', 'Maria')],
    ["My best friend's name is Juan, not One.", person('best friend', 'Juan')],
    ['I have a dog named Rex.', person('dog', 'Rex')],
    ["No, my sister's name is Ana with one N.", person('sister', 'Ana')],
  ])('of somebody else: %s', (utterance, expected) => {
    expect(readCorrection(utterance, calledIvan)).toMatchObject({ ...expected, not: expect.any(Array) });
  });
});

describe('what only looks like a correction', () => {
  it.each([
    'He said my name is Bond.',
    'She told me my name is funny.',
    '"My name is Bond," he said.',
    'If my name was Igor, I would move to Russia.',
    'Is my name Igor?',
    'Suppose my name is Igor.',
    "What's in a name?",
    'Call me a taxi.',
    'Call me later.',
    'Call me when you are ready.',
    "It's Friday, not Thursday.",
    "No, it's raining.",
    "No, it's Friday.",
    "Actually it's fine.",
    "I'm hungry.",
    "No, I'm hungry.",
    'no im fine',
    "It's spelled wrong.",
    "That's not my name tag.",
    'I never said my name is Bob.',
    'The name of the game is chess.',
    'My name is on the list.',
    'My name is hard to spell.',
    'In the song, my name is Luka.',
    'My name is Luka is a song.',
    "My sister's name is hard to spell.",
    'My wife is Italian.',
    'My dog is brown.',
    'Call me by your name is a film.',
    'My name is not important.',
    "My name isn't Bob.",
    'Hi there.',
    "I'm Igor's brother.",
    "It's a boy, not a girl.",
    'Not today, tomorrow.',
    'I see you.',
    'A B C.',
    "It's pronounced differently in Spain.",
    'Say it again.',
    'Say it louder.',
    'Spell necessary.',
    'How is Igor pronounced?',
    'Paris, not London.',
    'Tea with a cookie.',
    'Coffee with one sugar.',
  ])('%s', (utterance) => {
    expect(readCorrection(utterance, NO_CONTEXT)).toBeNull();
  });

  it.each([
    "No, it's raining.",
    "No, it's Friday.",
    "Actually it's fine.",
    "No, I'm hungry.",
    "It's Friday, not Thursday.",
    'No, thanks.',
    'No.',
  ])('even when a name was spoken of before: %s', (utterance) => {
    expect(readCorrection(utterance, calledIvan)).toBeNull();
    expect(readCorrection(utterance.toLowerCase(), typed)).toBeNull();
  });
});

/** Without a name in question, with one, typed, and typed in lower case. */
const SITUATIONS: readonly (readonly [string, CorrectionContext, (text: string) => string])[] = [
  ['spoken, out of the blue', NO_CONTEXT, (text) => text],
  ['spoken, with a name in question', calledIvan, (text) => text],
  ['typed', typed, (text) => text],
  ['typed in lower case', typed, (text) => text.toLowerCase()],
];

describe('the phrasings beside this file', () => {
  it.each(phrasingsOf('./spoken-corrections.txt'))('%s => %s', (utterance, expected) => {
    expect(asLine(readCorrections(utterance, calledIvan))).toBe(expected);
  });

  it('are hundreds, each once', () => {
    expect(phrasingsOf('./spoken-corrections.txt').length).toBeGreaterThanOrEqual(200);
    expect(new Set(linesOf('./spoken-corrections.txt')).size).toBe(linesOf('./spoken-corrections.txt').length);
    expect(linesOf('./only-look-like-corrections.txt').length).toBeGreaterThanOrEqual(250);
  });

  it.each(phrasingsOf('./typed-corrections.txt'))('typed: %s => %s', (utterance, expected) => {
    expect(asLine(readCorrections(utterance, typed))).toBe(expected);
  });

  it.each(phrasingsOf('./further-corrections.txt'))('further: %s => %s', (utterance, expected) => {
    const context = { ...calledIvan, typed: utterance === utterance.toLowerCase(), lastRelation: 'sister' };
    expect(asLine(readCorrections(utterance, context))).toBe(expected);
  });

  it.each(SITUATIONS)('that only look like corrections tell nothing: %s', (_, context, write) => {
    const latched = [...linesOf('./only-look-like-corrections.txt'), ...linesOf('./further-look-alikes.txt')]
      .map(write)
      .filter((utterance) => readCorrections(utterance, context).length > 0);
    expect(latched).toEqual([]);
  });
});

describe('who a correction is about', () => {
  it.each([
    ['My name is Igor.', 'me'],
    ["No, I'm Igor.", 'me'],
    ['Call me Igor.', 'me'],
    ["It's Igor, not Ivan.", 'last'],
    ["No, it's Igor.", 'last'],
    ['Not Ivan, Igor.', 'last'],
  ])('%s => %s', (utterance, whose) => {
    expect(readCorrection(utterance, calledIvan)).toMatchObject({ kind: 'name', written: 'Igor', whose });
  });

  it.each([
    ['Her name is Ana.', 'sister', 'sister Ana'],
    ["She's called Ana.", 'sister', 'sister Ana'],
    ['His name is Pavel.', 'best friend', 'best friend Pavel'],
    ['His name is Pavel.', 'sister', 'none'],
    ['Her name is Ana.', null, 'none'],
    ['Her name is beautiful.', 'sister', 'none'],
  ])('%s, behind talk of: %s', (utterance, lastRelation, expected) => {
    expect(asLine(readCorrections(utterance, { ...NO_CONTEXT, lastRelation }))).toBe(expected);
  });
});

describe('an answer to "what is your name?"', () => {
  const asked: CorrectionContext = { ...NO_CONTEXT, nameAsked: true };

  it.each([
    ['Igor.', 'me Igor'],
    ["It's Igor.", 'me Igor'],
    ["I'm Igor.", 'me Igor'],
    ['I am Igor Petrov.', 'me Igor Petrov'],
    ['Yeah, Maria. M-A-R-I-A.', 'me Maria'],
    ["Sure, it's Saoirse, S-A-O-I-R-S-E.", 'me Saoirse'],
    ['I would rather not say.', 'none'],
    ['No.', 'none'],
    ["I'm hungry.", 'none'],
    ["It's Friday.", 'none'],
    ['Why do you ask?', 'none'],
  ])('%s => %s', (utterance, expected) => {
    expect(asLine(readCorrections(utterance, asked))).toBe(expected);
  });

  it.each([
    ['igor', 'me Igor'],
    ["i'm igor", 'me Igor'],
    ['igor petrov', 'me Igor Petrov'],
    ['hi there', 'none'],
    ['not now', 'none'],
    ['tired', 'none'],
  ])('typed: %s => %s', (utterance, expected) => {
    expect(asLine(readCorrections(utterance, { ...asked, typed: true }))).toBe(expected);
  });
});
