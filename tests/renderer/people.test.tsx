// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useWindow } from '../../renderer/conversation/conversation-store.ts';
import type { CaptureOptions } from '../../renderer/microphone/open-capture.ts';
import { fittingCards } from '../../renderer/people/name-cards.ts';
import { hidesSomething, nameProblem } from '../../renderer/people/name-problem.ts';
import PeoplePane from '../../renderer/people/PeoplePane.tsx';
import { makeCard, makeTurn, openScriptedConversation, readyState, type ScriptedConversation } from './scripted-conversation.ts';

const microphone = vi.hoisted(() => ({
  lines: [] as string[],
  hear: (_seconds: number, _loudness: number): void => undefined,
  refusal: null as string | null,
}));
vi.mock('../../renderer/conversation/devices.ts', () => ({
  tellMicrophone: () => undefined,
  settleDevices: async () =>
    void microphone.lines.push(useWindow.getState().isRecordingName ? 'conversation hears nothing' : 'conversation hears again'),
}));
vi.mock('../../renderer/microphone/open-capture.ts', () => ({
  openCapture: async ({ frames }: CaptureOptions) => {
    if (microphone.refusal !== null) throw new DOMException('', microphone.refusal);
    microphone.lines.push('opened');
    microphone.hear = (seconds, loudness) => frames(new Float32Array(16_000 * seconds).fill(loudness));
    return { rest: () => undefined, close: async () => void microphone.lines.push('closed') };
  },
}));

const initial = useWindow.getState();
let script: ScriptedConversation;
beforeEach(() => {
  script = openScriptedConversation();
  Object.assign(microphone, { lines: [], refusal: null });
  Object.assign(window, { parley: { askForMicrophone: async () => 'granted' } });
  useWindow.setState({ ...initial, conversation: readyState }, true);
});
afterEach(() => {
  cleanup();
  script.close();
});

const igor = makeCard({
  id: 'me',
  owner: 'me',
  written: 'Igor',
  heardAs: ['Eager'],
  notWritten: ['Ivan'],
  respelling: 'EE-gor',
  sourceTurnId: 't',
});
const ana = makeCard({ id: 'ana', written: 'Ana', relation: 'sister' });
const xenial = makeCard({ id: 'x', owner: 'word', written: 'Xenial' });

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const shown = async (text: string | RegExp) => expect(await screen.findByText(text)).toBeTruthy();

describe('the list of names', () => {
  it('teaches what to say while there is none', async () => {
    render(<PeoplePane />);
    await shown(/Say “No, my name is Igor”/);
  });

  it('shows mine, people and words, with how each is said, heard and not written', async () => {
    script.cards = [igor, ana, xenial];
    render(<PeoplePane />);
    await shown('Igor');
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['You', 'People', 'Words']);
    expect(screen.getByText(/said EE-gor · heard as Eager · not Ivan · You said so/)).toBeTruthy();
  });

  it('finds a card by any of its forms, whatever the accents', () => {
    const cards = [igor, ana, makeCard({ id: 'j', written: 'José' })];
    expect(fittingCards(cards, 'jose').map(({ id }) => id)).toEqual(['j']);
    expect(fittingCards(cards, 'EAGER').map(({ id }) => id)).toEqual(['me']);
    expect(fittingCards(cards, 'sister').map(({ id }) => id)).toEqual(['ana']);
    expect(fittingCards(cards, ' ')).toHaveLength(3);
  });

  it('says so when no card fits, and begins one with what was sought', async () => {
    script.cards = [igor];
    render(<PeoplePane />);
    await shown('Igor');
    write('Search names and words', 'Saoirse');
    await shown('No card fits “Saoirse”.');
    press('New card');
    expect(field('Written').value).toBe('Saoirse');
  });

  it('shows the first 200 of very many and says so', async () => {
    script.cards = Array.from({ length: 3000 }, (_, index) => makeCard({ id: `${index}`, written: `Name ${index}` }));
    render(<PeoplePane />);
    await shown(/^200 of 3,000 are shown/);
    expect(screen.getAllByRole('listitem')).toHaveLength(200);
  });

  it('follows a conversation that makes a card meanwhile', async () => {
    render(<PeoplePane />);
    await shown(/No names yet/);
    script.cards = [ana];
    useWindow.setState({ turns: [makeTurn({ text: "My sister's name is Ana." })] });
    await shown('Ana');
  });
});

describe('a card', () => {
  it('is made by hand, and undone', async () => {
    render(<PeoplePane />);
    await shown(/No names yet/);
    press('New card');
    expect(document.activeElement).toBe(field('Written'));
    write('Written', 'Igor');
    write('Sounds like', 'EE-gor');
    press('Save');
    await shown('Igor is saved.');
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Igor/));
    expect(script.cards[0]).toMatchObject({ owner: 'me', written: 'Igor', respelling: 'EE-gor', ipa: null });
    press('Undo');
    await shown('It is as it was.');
    expect(script.cards).toEqual([]);
  });

  it('is changed and brought back as it was, with everything it had learned', async () => {
    script.cards = [igor, ana];
    render(<PeoplePane />);
    fireEvent.click(await screen.findByText('Igor'));
    write('Written', 'Igor S.');
    press('Remove “Eager”');
    press('Save');
    await shown('Igor S. is saved.');
    expect(script.cards.find(({ id }) => id === 'me')).toMatchObject({ written: 'Igor S.', heardAs: [], notWritten: ['Ivan'] });
    press('Undo');
    await shown('It is as it was.');
    expect(script.cards.find(({ id }) => id === 'me')).toMatchObject({ written: 'Igor', heardAs: ['Eager'], notWritten: ['Ivan'] });
  });

  it('is deleted and brought back under its own id', async () => {
    script.cards = [ana];
    render(<PeoplePane />);
    fireEvent.click(await screen.findByText('Ana'));
    press('Delete this card');
    await shown('Ana is deleted.');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
    expect(script.cards).toEqual([]);
    press('Undo');
    await waitFor(() => expect(script.cards.map(({ id, relation }) => [id, relation])).toEqual([['ana', 'sister']]));
  });

  it('takes a heard form with Enter without saving yet, and never twice', async () => {
    script.cards = [ana];
    render(<PeoplePane />);
    fireEvent.click(await screen.findByText('Ana'));
    for (const form of ['Anna', ' Anna ', 'Hannah']) {
      write('Also heard as', form);
      fireEvent.keyDown(field('Also heard as'), { key: 'Enter' });
    }
    expect(script.asked).toEqual([]);
    press('Save');
    await waitFor(() => expect(script.cards[0]?.heardAs).toEqual(['Anna', 'Hannah']));
  });

  it('loses the relation when it becomes a word, and offers my own name only once', async () => {
    script.cards = [igor, ana];
    render(<PeoplePane />);
    fireEvent.click(await screen.findByText('Ana'));
    expect([...field('This is').querySelectorAll('option')].map(({ value }) => value)).toEqual(['person', 'word']);
    fireEvent.change(field('This is'), { target: { value: 'word' } });
    expect(screen.queryByLabelText('Who it is to you')).toBeNull();
    press('Save');
    await waitFor(() => expect(script.cards.find(({ id }) => id === 'ana')).toMatchObject({ owner: 'word', relation: null }));
  });

  it('tells live how it will sound, and what cannot be said', async () => {
    script.cards = [ana];
    render(<PeoplePane />);
    fireEvent.click(await screen.findByText('Ana'));
    await shown('The voice says it as it is written.');
    write('Sounds like', 'AH-na');
    await shown('The voice says ˈah-na');
    write('IPA', 'a9');
    await shown('Digits are no sounds.');
    expect(field('IPA').getAttribute('aria-invalid')).toBe('true');
    expect(field('Sounds like').getAttribute('aria-invalid')).toBe('false');
  });

  it('is heard before it is saved, in the voice one chooses', async () => {
    script.cards = [ana];
    render(<PeoplePane />);
    fireEvent.click(await screen.findByText('Ana'));
    write('Written', 'Anita');
    await shown('Winston');
    fireEvent.change(field('In the voice of'), { target: { value: 'winston' } });
    press('Hear it');
    await waitFor(() => expect(script.asked[0]).toMatch(/^hearName .*"written":"Anita".*"personaId":"winston"/));
    expect(script.cards[0]?.written).toBe('Ana');
  });

  it('goes back with Esc to the card it came from, and what was written can be had back', async () => {
    script.cards = [igor, ana];
    render(<PeoplePane />);
    fireEvent.click(await screen.findByText('Ana'));
    fireEvent.keyDown(field('Written'), { key: 'Escape' });
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Ana/));
    expect(useWindow.getState().pane).toBe(initial.pane);
    fireEvent.click(screen.getByText('Ana'));
    write('Written', 'Anabel');
    press('Cancel');
    await shown('Your changes to Ana were not saved.');
    press('Go on with them');
    expect(field('Written').value).toBe('Anabel');
    expect(script.asked).toEqual([]);
  });
});

describe('an own recording of a name', () => {
  const opened = () => waitFor(() => expect(microphone.lines).toContain('opened'));
  const openAna = async () => {
    script.cards = [ana];
    render(<PeoplePane />);
    fireEvent.click(await screen.findByText('Ana'));
  };

  it('takes three seconds while the conversation hears nothing, and is kept with the card', async () => {
    await openAna();
    press('Record');
    await shown('Microphone opening');
    await opened();
    microphone.hear(2, 0.5);
    await shown('Say it now');
    microphone.hear(2, 0.5);
    await shown('Play');
    expect(microphone.lines).toEqual(['conversation hears nothing', 'opened', 'closed', 'conversation hears again']);
    expect(script.recordings).toEqual({});
    press('Save');
    await shown('Ana is saved.');
    const bytes = Buffer.from(script.recordings['ana'] ?? '', 'base64');
    expect([bytes.toString('latin1', 0, 4), bytes.readUInt32LE(24), bytes.length, bytes.readInt16LE(44)]).toEqual([
      'RIFF',
      16_000,
      96_044,
      16_383,
    ]);
  });

  it('ends early by its button', async () => {
    await openAna();
    press('Record');
    await opened();
    microphone.hear(1, 0.5);
    press('Stop');
    await shown('Play');
    press('Save');
    await shown('Ana is saved.');
    expect(Buffer.from(script.recordings['ana'] ?? '', 'base64')).toHaveLength(32_044);
  });

  it('is not kept when nothing was heard, and says why the microphone cannot be used', async () => {
    await openAna();
    press('Record');
    await opened();
    microphone.hear(3, 0.001);
    await shown(/^Nothing was heard/);
    expect(screen.queryByText('Play')).toBeNull();
    microphone.refusal = 'NotAllowedError';
    press('Record');
    await waitFor(() => expect(useWindow.getState().notices[0]?.message).toMatch(/^Parley may not use the microphone/));
    expect(microphone.lines.at(-1)).toBe('conversation hears again');
  });

  it('closes the microphone when the card is left', async () => {
    await openAna();
    press('Record');
    await opened();
    fireEvent.keyDown(field('Written'), { key: 'Escape' });
    await waitFor(() => expect(microphone.lines.slice(-2)).toEqual(['closed', 'conversation hears again']));
    expect(script.recordings).toEqual({});
  });

  it('is removed with the card and comes back with it', async () => {
    script.recordings = { ana: 'UklGRg==' };
    await openAna();
    press('Delete this card');
    await shown('Ana is deleted.');
    expect(script.recordings).toEqual({});
    press('Undo');
    await waitFor(() => expect(script.recordings).toEqual({ ana: 'UklGRg==' }));
  });
});

describe('a name that cannot be kept', () => {
  const trySaving = async (name: string) => {
    render(<PeoplePane />);
    await shown(/No names yet/);
    press('New card');
    write('Written', name);
    press('Save');
  };

  it.each([
    ['nothing', '   ', 'Write the name first.'],
    ['300 characters', 'x'.repeat(300), 'A name has at most 60 characters; this one has 300.'],
    ['zero-width and direction marks alone', '\u200b\u202e\u2060', /only invisible characters/],
  ])('is refused at the field: %s', async (_, name, words) => {
    await trySaving(name);
    await shown(words);
    expect(document.activeElement).toBe(field('Written'));
    expect(script.asked).toEqual([]);
  });

  it('is refused with the reason of whoever keeps it, and what was written stays', async () => {
    script.refusal = 'This name cannot be kept.';
    await trySaving('Igor');
    await shown('This name cannot be kept. Write it in another way.');
    expect(field('Written').value).toBe('Igor');
    expect(useWindow.getState().notices).toEqual([]);
  });

  it('is told that invisible characters are left out, but not the joiners of letters and emoji', () => {
    expect(['I\u200bgor', 'Ig\u202eor', 'نیم\u200cکت', '👩\u200d🚀', 'Igor'].map(hidesSomething)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['🙂', 'אבא', 'Igor', '\t'].map(nameProblem)).toEqual([null, null, null, 'empty']);
  });
});

describe('a file of names', () => {
  const pick = (content: BlobPart, name = 'names.csv') =>
    fireEvent.change(document.querySelector<HTMLInputElement>('input[type=file]') ?? document.body, {
      target: { files: [new File([content], name, { type: 'text/csv' })] },
    });

  it('is taken in, and every line that was not is named', async () => {
    render(<PeoplePane />);
    await shown(/No names yet/);
    pick('written\nIgor\n');
    await shown('2 new, 1 brought up to date.');
    await shown('Line 4: there is no name.');
    expect(script.asked).toEqual(['importNameCards {"csv":"written\\nIgor\\n"}']);
  });

  it('is refused when it is too long or in another encoding, before anything is read out of it', async () => {
    render(<PeoplePane />);
    await shown(/No names yet/);
    pick('x'.repeat(1_000_001));
    await shown(/^This file is too large/);
    pick(new Uint8Array([0x4a, 0x6f, 0x73, 0xe9]));
    await shown(/^This file could not be read/);
    expect(script.asked).toEqual([]);
  });

  it('is given as UTF-8 that spreadsheets know', async () => {
    script.cards = [igor];
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:app://ui/1';
    });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<PeoplePane />);
    await shown('Igor');
    press('Export CSV');
    await waitFor(() => expect(clicked).toHaveBeenCalledOnce());
    expect([...new Uint8Array((await blobs[0]?.arrayBuffer()) ?? new ArrayBuffer(0)).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
