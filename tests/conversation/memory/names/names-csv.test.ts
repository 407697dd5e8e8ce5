import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from '../../../../electron/conversation/memory/names/clean-name.ts';
import { cardsFromCsv, cardsToCsv, joinCards } from '../../../../electron/conversation/memory/names/names-csv.ts';
import { type NameCard, type NameCardDraft, nameCardDraftSchema, nameCardSchema } from '../../../../electron/ipc/memory-schema.ts';

const igor: NameCardDraft = {
  id: null,
  owner: 'me',
  written: 'Igor',
  relation: null,
  heardAs: ['Eager', 'E. Gore'],
  notWritten: ['Ivan'],
  respelling: 'EE-gor',
  ipa: 'ˈiːɡɔːɹ',
};
const HEADER = 'written,relation,heard_as,respelling,ipa,owner,not_written';
const person = (written: string, more: Partial<NameCardDraft> = {}): NameCardDraft => ({
  ...{ id: null, owner: 'person', written, relation: null, heardAs: [], notWritten: [], respelling: null, ipa: null },
  ...more,
});
const stored = (card: NameCardDraft, id: string): NameCard => ({ ...card, id, sourceTurnId: null, at: '2026-03-02T10:00:00Z' });

describe('name cards as a table', () => {
  it('has one line for the columns and one for each card, with the line ends of RFC 4180', () => {
    expect(cardsToCsv([igor])).toBe(`${HEADER}\r\nIgor,,"Eager; E. Gore",EE-gor,ˈiːɡɔːɹ,me,Ivan\r\n`);
  });

  it('gives back every card it wrote', () => {
    const mark = fc.constantFrom('"', ',', ';', '\\', "'", '=', '+', '-', '@', ' ', 'é', '李', 'א', '🙂');
    const text = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ unit: fc.oneof(mark, fc.string({ maxLength: 2 })), maxLength: 12 }));
    const name = text.map((one) => cleanName(`N${one}`) ?? 'N').map((one) => (one === '' ? 'N' : one));
    const wild = fc.oneof(
      name,
      name.map((one) => cleanName(`=${one}`) ?? one),
      name.map((one) => cleanName(`'${one}`) ?? one),
    );
    const seen = (one: string) =>
      one
        .normalize('NFC')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
        .trim();
    const line = text.map((one) => seen(one) || null);
    const forms = fc.uniqueArray(wild, { maxLength: 5 });
    const card = fc
      .record({ owner: fc.constantFrom('person' as const, 'word' as const), written: wild, relation: line, heardAs: forms })
      .chain((some) =>
        fc.record({ id: fc.constant(null), notWritten: forms, respelling: line, ipa: line }).map((more) => ({ ...some, ...more })),
      )
      .map((one) => ({
        ...one,
        heardAs: one.heardAs.filter((form) => form !== one.written),
        notWritten: one.notWritten.filter((form) => form !== one.written),
      }));
    fc.assert(
      fc.property(card, igorOrNone(), (one, first) => {
        const cards = [...first, one];
        expect(cardsFromCsv(cardsToCsv(cards))).toEqual({ cards, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', "'", '=', 'a', ' ') }), (text) => {
        const { cards, problems } = cardsFromCsv(`written\n${text}`);
        expect(cards.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('never lets a spreadsheet run a name', () => {
    const csv = cardsToCsv([person('=HYPERLINK("x")'), person('+49'), person('@me 1')]);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(
      csv
        .split('\r\n')
        .slice(1, 4)
        .every((line) => /^"?'/.test(line)),
    ).toBe(true);
  });

  it('reads what spreadsheets write: a byte-order mark, semicolons, columns in another order, one more column', () => {
    const { cards, problems } = cardsFromCsv('\uFEFFOwner;Written;Note;Heard_as\nword;Xenial;x;"Zenial; Zen ial"\n\n');
    expect(problems).toEqual([]);
    expect(cards).toEqual([person('Xenial', { owner: 'word', heardAs: ['Zenial', 'Zen ial'] })]);
  });

  it('keeps line breaks and quotes in their cell, and counts lines past them', () => {
    const { cards, problems } = cardsFromCsv('written,relation\r\n"Ana ""Bee""","big\r\nsister"\r\n,x\r\n');
    expect(cards).toEqual([person('Ana "Bee"', { relation: 'big sister' })]);
    expect(problems).toEqual(['Line 4: there is no name.']);
  });

  it('names what it cannot use, and takes the rest', () => {
    const { cards, problems } = cardsFromCsv(`written,owner\n${'x'.repeat(300)},me\n\u200b\u202e,person\nAna,queen\nIgor,me\nIvan,me\n`);
    expect(cards.map(({ written }) => written)).toEqual(['Igor']);
    expect(problems).toEqual([
      'Line 2: a name has at most 60 characters.',
      'Line 3: there is no name.',
      'Line 4: the owner is me, person, word, not “queen”.',
      'Line 6: you have one name, and it is Igor; Ivan was left out.',
    ]);
  });

  it('puts two lines of one name together, but not two people of one name', () => {
    const { cards, problems } = cardsFromCsv('written,relation,heard_as\nAna,sister,Anna\nana,Sister,Hannah\nAna,boss,\n');
    expect(cards.map(({ relation, heardAs }) => [relation, heardAs])).toEqual([
      ['sister', ['Anna', 'Hannah']],
      ['boss', []],
    ]);
    expect(problems).toEqual(['Line 3: ana is there twice and was put together.']);
  });

  it('says what is wrong with a file that is none', () => {
    expect(cardsFromCsv('').problems).toEqual(['The file has no names in it.']);
    expect(cardsFromCsv('Igor,me\nAna,person\n').problems[0]).toMatch(/^The first line must name the columns: written, /);
    expect(cardsFromCsv('written\n"Igor\n').problems).toEqual(['A quotation mark in the file is never closed, so nothing was taken.']);
  });

  it('takes 10,000 names, not one more, and is quick about it', () => {
    const cards = Array.from({ length: 10_001 }, (_, index) => person(`Name ${index}`, { heardAs: [`Mane ${index}`] }));
    const startMs = performance.now();
    const read = cardsFromCsv(cardsToCsv(cards));
    expect(performance.now() - startMs).toBeLessThan(2000);
    expect(read.cards).toHaveLength(10_000);
    expect(read.problems).toEqual(['Only the first 10000 names were taken; the file has 10001.']);
  });

  it('names what is too long to keep, and survives a cell as long as the file', () => {
    expect(cardsFromCsv(`written,relation\nAna,${'x'.repeat(41)}\n`).problems).toEqual(['Line 2: a relation has at most 40 characters.']);
    expect(cardsFromCsv(`written\n"${'a""'.repeat(300_000)}"\n`).problems).toEqual(['Line 2: a name has at most 60 characters.']);
  });

  it('gives only cards that the window and the store take, sixty emoji included', () => {
    const { cards } = cardsFromCsv(`written,heard_as\n${'🙂'.repeat(60)},${'🙃'.repeat(60)}\n${'🙂'.repeat(61)},x\n`);
    expect(cards).toHaveLength(1);
    expect(cards.map((card) => nameCardDraftSchema.safeParse(card).success)).toEqual([true]);
    expect(cards.map((card) => nameCardSchema.safeParse(stored(card, 'a')).success)).toEqual([true]);
  });

  it('shows the first problems of very many', () => {
    const { problems } = cardsFromCsv(`written,owner\n${'Ana,queen\n'.repeat(100)}`);
    expect([problems.length, problems.at(-1)]).toEqual([21, 'And 80 more like these.']);
  });

  it('gives an imported name to the card that is there, with what that one has learned', () => {
    const known = [stored({ ...igor, heardAs: ['Eager'] }, 'one'), stored(person('Ana', { relation: 'sister' }), 'two')];
    const [me, ana, bea] = joinCards(known, [
      { ...igor, written: 'Igor S.', heardAs: ['Ego'], respelling: null },
      person('ANA', { relation: 'sister' }),
      person('Bea'),
    ]);
    expect(me).toMatchObject({ id: 'one', written: 'Igor S.', heardAs: ['Ego', 'Eager'], respelling: 'EE-gor' });
    expect([ana?.id, bea?.id]).toEqual(['two', null]);
  });
});

function igorOrNone() {
  return fc.constantFrom<readonly NameCardDraft[]>([], [igor]);
}
