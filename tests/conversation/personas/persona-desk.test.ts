import { beforeEach, describe, expect, it } from 'vitest';
import { PersonaDesk, type PersonaDocuments } from '../../../electron/conversation/personas/persona-desk.ts';
import { exportPersonaFile } from '../../../electron/conversation/personas/persona-file.ts';
import { ProblemError } from '../../../electron/ipc/derive-ipc.ts';
import type { Persona, PersonaDraft } from '../../../electron/ipc/persona-schema.ts';
import { ada } from './some-persona.ts';

const nova: Persona = { ...ada, id: 'nova', name: 'Nova', roles: [], character: 'Nova is a warm, cheerful voice assistant.' };

function documents(): PersonaDocuments & { readonly kept: Map<string, { kind: string; document: unknown }> } {
  const kept = new Map<string, { kind: string; document: unknown }>();
  return {
    kept,
    list: (kind) => [...kept.values()].filter((one) => one.kind === kind).map(({ document }) => JSON.parse(JSON.stringify(document))),
    put: (kind, id, document) => void kept.set(id, { kind, document }),
    remove: (...ids) => ids.forEach((id) => void kept.delete(id)),
  };
}

function problemId(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (failure) {
    return failure instanceof ProblemError ? failure.problem.id : String(failure);
  }
}

const draftOf = ({ version: _, ...draft }: Persona, changes: Partial<PersonaDraft> = {}): PersonaDraft => ({ ...draft, ...changes });

describe('the desk of personas', () => {
  let store: ReturnType<typeof documents>;
  let desk: PersonaDesk;
  beforeEach(() => {
    store = documents();
    desk = new PersonaDesk([nova, ada], () => store);
  });

  it('lists what came with Parley first, then the own ones, each by name', () => {
    desk.save(draftOf(ada, { id: null, name: 'Zoe' }));
    desk.save(draftOf(ada, { id: null, name: 'Ben' }));
    expect(desk.list().map(({ name }) => name)).toEqual(['Ada', 'Nova', 'Ben', 'Zoe']);
    expect(desk.cards().map(({ builtIn }) => builtIn)).toEqual([true, true, false, false]);
  });

  it('keeps a draft between starts, and gives each an id of its own', () => {
    const zoe = desk.save(draftOf(ada, { id: null, name: 'Zoë Ω 😀' }));
    const strange = desk.save(draftOf(ada, { id: null, name: '太郎' }));
    expect([zoe.id, strange.id]).toEqual(['zoe', 'persona']);
    const again = new PersonaDesk([nova, ada], () => store);
    expect(again.read('zoe')).toEqual(zoe);
    expect(again.save(draftOf(zoe, { greeting: 'Hi.' })).greeting).toBe('Hi.');
    expect(again.list()).toHaveLength(4);
  });

  it('does not let another character greet in the words of the one before', () => {
    const courtesies = { hello: ['Ciao! Come into my kitchen.'] };
    const zoe = desk.save(draftOf(ada, { id: null, name: 'Zoe', courtesies }));
    expect(desk.save(draftOf(zoe, { about: 'Somebody who cooks.' })).courtesies).toEqual(courtesies);
    expect(desk.save(draftOf(zoe, { character: 'Zoe is a night nurse.' })).courtesies).toBeUndefined();
  });

  it('refuses two of one name, a name of nothing, and what is not there, each with what to do', () => {
    expect(problemId(() => desk.save(draftOf(ada, { id: null, name: 'nova' })))).toBe('persona-fault');
    expect(problemId(() => desk.save(draftOf(ada, { id: null, name: '\u200B ' })))).toBe('persona-fault');
    expect(problemId(() => desk.save(draftOf(ada, { id: 'gone' })))).toBe('persona-not-there');
    expect(problemId(() => desk.read('gone'))).toBe('persona-not-there');
    expect(store.kept.size).toBe(0);
  });

  it('changes and removes own personas only; with one goes its wall', () => {
    expect(problemId(() => desk.save(draftOf(nova, { greeting: 'Yo.' })))).toBe('persona-built-in');
    expect(problemId(() => desk.remove('nova'))).toBe('persona-built-in');
    const copy = desk.copy('nova');
    desk.changeWall(copy.id, { knowsAboutMe: false });
    desk.remove(copy.id);
    expect(store.kept.size).toBe(0);
  });

  it('copies under a name that nobody has, also of a copy', () => {
    const first = desk.copy('nova');
    const second = desk.copy(first.id);
    expect([first.id, first.name, second.id, second.name]).toEqual(['nova-2', 'Nova 2', 'nova-3', 'Nova 3']);
    expect(second.character).toBe('Nova 3 is a warm, cheerful voice assistant.');
  });

  it('imports what it exported, without the consent and under a free name', () => {
    const { text, fileName } = desk.export('nova');
    expect(fileName).toBe('nova.persona.json');
    const { persona, warnings } = desk.import(text);
    expect(persona).toEqual({
      ...nova,
      id: 'nova-2',
      name: 'Nova 2',
      character: 'Nova 2 is a warm, cheerful voice assistant.',
      knowsAboutMe: false,
    });
    expect(warnings).toEqual([
      'There is a Nova already, so this one is called Nova 2.',
      'Nova 2 knows nothing about you until you allow it.',
    ]);
    expect(desk.wall('nova-2').knowsAboutMe).toBe(false);
    expect(exportPersonaFile(desk.read('nova-2'))).toContain('"parley-persona"');
  });

  it('says why a file was not imported and what to do', () => {
    const failed = (text: string) => {
      try {
        desk.import(text);
        return null;
      } catch (failure) {
        return failure instanceof ProblemError ? `${failure.problem.message} ${failure.problem.whatToDo}` : null;
      }
    };
    expect(failed('x'.repeat(1_500_000))).toBe(
      'This file was not imported: it is larger than 1 MB, and a persona never is. Choose another file.',
    );
    expect(failed('{"format":"parley-persona","version":2}')).toContain('Update Parley, then import it again.');
  });

  it('leaves what a later Parley kept where it is', () => {
    store.put('persona', 'persona-late', { ...ada, version: 2, id: 'late', aura: 'blue' }, '');
    expect(desk.list().map(({ id }) => id)).toEqual(['ada', 'nova']);
    expect(store.kept.has('persona-late')).toBe(true);
  });

  it('greets once a day by the clock of the user', () => {
    const evening = new Date('2026-11-24T22:30:00Z');
    expect(desk.greet('ada', evening, 'Europe/Berlin')).toBe('Hello.');
    expect(desk.greet('ada', new Date('2026-11-24T22:59:00Z'), 'Europe/Berlin')).toBeNull();
    expect(desk.greet('nova', evening, 'Europe/Berlin')).toBe('Hello.');
    expect(desk.greet('ada', new Date('2026-11-24T23:01:00Z'), 'Europe/Berlin')).toBe('Hello.');
    expect(desk.greet('gone', evening, 'UTC')).toBeNull();
  });

  it('keeps consent for each persona, starting from its own default', () => {
    expect(desk.wall('ada')).toMatchObject({ knowsAboutMe: true, exceptAbout: [] });
    desk.changeWall('ada', { knowsAboutMe: false });
    desk.changeWall('ada', { exceptAbout: ['my knee'] });
    desk.changeWall('ada', { exceptAbout: ['my knee', 'my knee'] });
    expect(desk.cards()[0]?.exceptAbout).toEqual(['my knee']);
    expect([desk.tellAgain('ada', 'my diet'), desk.tellAgain('ada', 'the knees')]).toEqual([false, true]);
    desk.changeWall('ada', { exceptAbout: ['my knee'] });
    expect(desk.walls()).toMatchObject([
      { personaId: 'ada', knowsAboutMe: false, exceptAbout: ['my knee'] },
      { personaId: 'nova', knowsAboutMe: true },
    ]);
    const own = desk.save(draftOf(ada, { id: null, name: 'Zoe', knowsAboutMe: false }));
    desk.changeWall(own.id, { knowsAboutMe: true });
    expect(desk.read(own.id).knowsAboutMe).toBe(true);
    desk.save(draftOf(desk.read(own.id), { knowsAboutMe: false }));
    expect(desk.wall(own.id).knowsAboutMe).toBe(false);
  });
});
