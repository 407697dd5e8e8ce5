import { describe, expect, it } from 'vitest';
import { applyCorrection, type CorrectionSource } from '../../../../electron/conversation/memory/corrections/apply-correction.ts';
import type { Correction } from '../../../../electron/conversation/memory/corrections/correction.ts';
import { type NameCard, nameCardSchema } from '../../../../electron/ipc/memory-schema.ts';

const source: CorrectionSource = { newId: 'new', turnId: 'turn-2', at: '2026-02-02T02:02:02.000Z', lastCardId: null };
const card = (written: string, rest: Partial<NameCard> = {}): NameCard => ({
  id: written.toLowerCase(),
  owner: 'me',
  written,
  relation: null,
  heardAs: [],
  notWritten: [],
  respelling: null,
  ipa: null,
  sourceTurnId: 'turn-1',
  at: '2026-01-01T00:00:00.000Z',
  ...rest,
});
const mine = (written: string, ...not: string[]): Correction => ({ kind: 'name', whose: 'me', written, not });
const last = (written: string, ...not: string[]): Correction => ({ kind: 'name', whose: 'last', written, not });
const person = (relation: string, written: string, ...not: string[]): Correction => ({ kind: 'person', relation, written, not });
const ivan = card('Ivan');
const ana = card('Ana', { owner: 'person', relation: 'sister' });

describe('a correction applied', () => {
  it('makes the first card of the user and greets', () => {
    const applied = applyCorrection([], mine('Igor'), source);
    expect(applied).toMatchObject({ before: null, wrongForms: [], sentence: 'Nice to meet you, Igor.', label: 'Your name is Igor' });
    expect(applied.card).toEqual({ ...card('Igor'), id: 'new', sourceTurnId: 'turn-2', at: source.at });
  });

  it('keeps what the name is not, and says so once', () => {
    const applied = applyCorrection([ivan], mine('Igor'), source);
    expect(applied).toMatchObject({
      before: ivan,
      wrongForms: ['Ivan'],
      sentence: 'Igor, not Ivan. I will remember that.',
      label: 'Your name is Igor, not Ivan',
    });
    // Ivan is a name of its own: nothing that is heard as Ivan may become Igor.
    expect(applied.card).toMatchObject({ id: 'ivan', written: 'Igor', notWritten: ['Ivan'], heardAs: [] });
  });

  it('learns what the recogniser makes of a name', () => {
    expect(applyCorrection([card('Eager')], mine('Igor'), source).card).toMatchObject({ heardAs: ['Eager'], notWritten: ['Eager'] });
  });

  it('keeps the whole history, and takes back what turned out right', () => {
    const igor = applyCorrection([ivan], mine('Igor'), source).card;
    const ivor = applyCorrection([igor], mine('Ivor'), source).card;
    expect(ivor).toMatchObject({ written: 'Ivor', notWritten: ['Ivan', 'Igor'] });
    expect(applyCorrection([ivor], mine('Ivan'), source).card).toMatchObject({ written: 'Ivan', notWritten: ['Igor', 'Ivor'] });
  });

  it('forgets how a name was said when it was another name', () => {
    const said = card('Ivan', { respelling: 'ee-VAHN', ipa: 'x' });
    expect(applyCorrection([said], mine('Igor'), source).card).toMatchObject({ respelling: null, ipa: null });
    expect(applyCorrection([card('Eager', { respelling: 'EE-gor' })], mine('Igor'), source).card.respelling).toBe('EE-gor');
  });

  it('holds a full name and a short one for no contradiction', () => {
    expect(applyCorrection([card('Igor Petrov')], mine('Igor'), source)).toMatchObject({ wrongForms: [], label: 'Your name is Igor' });
    expect(applyCorrection([card('Igor')], mine('Igor Petrov'), source)).toMatchObject({ wrongForms: [] });
  });

  it.each([
    ['the card it says is wrong', last('Anna', 'Ana'), null, 'ana'],
    ['the card spoken of last', last('Anna'), 'ana', 'ana'],
    ['the user, when nobody was spoken of', last('Igor'), null, 'ivan'],
    ['the user, when it says "my name"', mine('Igor'), 'ana', 'ivan'],
    ['the one sister that was wrong', person('sister', 'Anna', 'Ana'), null, 'ana'],
    ['the sister named just now', person('sister', 'Anna'), 'ana', 'ana'],
    ['a second sister', person('sister', 'Maria'), null, 'new'],
    ['a friend of the same sound, but another', person('friend', 'Anna'), 'ana', 'new'],
    ['whoever is spelled', { kind: 'spelling', written: 'Anna', of: 'Ana' } as const, null, 'ana'],
    ['whoever was spoken of, spelled', { kind: 'spelling', written: 'Anna', of: null } as const, 'ana', 'ana'],
    ['the user, spelled', { kind: 'spelling', written: 'Ivon', of: null } as const, null, 'ivan'],
    ['whoever is pronounced', { kind: 'pronunciation', respelling: 'AH-na', of: 'Ana' } as const, null, 'ana'],
    ['a new word', { kind: 'word', written: 'Kubernetes', not: ['Cooper Netties'] } as const, null, 'new'],
  ])('is about %s', (_, correction, lastCardId, id) => {
    expect(applyCorrection([ivan, ana], correction, { ...source, lastCardId }).card.id).toBe(id);
  });

  it('never makes somebody else of the user', () => {
    const applied = applyCorrection([ivan], person('sister', 'Ana'), source);
    expect(applied.card).toMatchObject({ owner: 'person', relation: 'sister', written: 'Ana' });
    expect(applied).toMatchObject({ sentence: 'Your sister is Ana. I will remember that.', label: 'Your sister: Ana' });
  });

  it('replaces where there is only one', () => {
    const boss = card('Tim', { owner: 'person', relation: 'boss' });
    expect(applyCorrection([boss], person('boss', 'Ada'), source).card).toMatchObject({ id: 'tim', written: 'Ada', notWritten: ['Tim'] });
  });

  it('keeps a word with what it was heard as', () => {
    const applied = applyCorrection([ivan], { kind: 'word', written: 'Kubernetes', not: ['Cooper Netties'] }, source);
    expect(applied.card).toMatchObject({ owner: 'word', written: 'Kubernetes', heardAs: ['Cooper Netties'] });
    expect(applied.label).toBe('Kubernetes, not Cooper Netties');
  });

  it('says a name like that', () => {
    const applied = applyCorrection([card('Igor')], { kind: 'pronunciation', respelling: 'EE-gor', of: null }, source);
    expect(applied).toMatchObject({ sentence: 'Igor. I will say it like that.', label: 'Igor is said EE-gor' });
    expect(applied.card).toMatchObject({ respelling: 'EE-gor', ipa: 'ˈiːɡɔːɹ' });
  });

  it('keeps no more forms than a card has room for', () => {
    const full = card('Igor', { notWritten: Array.from({ length: 20 }, (_, index) => `Ivan${index}`) });
    const applied = applyCorrection([full], mine('Igor', 'Ivan'), source);
    expect(applied.card.notWritten).toHaveLength(20);
    expect(applied.card.notWritten.at(-1)).toBe('Ivan');
    expect(nameCardSchema.safeParse(applied.card).success).toBe(true);
  });

  it('changes nothing the second time', () => {
    const once = applyCorrection([ivan], mine('Igor', 'Ivan'), source).card;
    const twice = applyCorrection([once], mine('Igor', 'Ivan'), { ...source, turnId: 'turn-3' });
    expect(twice.card).toBe(once);
    expect(twice).toMatchObject({ label: null, sentence: 'I know, Igor.', wrongForms: ['Ivan'] });
  });
});
