// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordingJob } from '../../../electron/ipc/recordings-schema.ts';
import { DEFAULT_TRANSCRIPTION, type TranscriptionPreferences } from '../../../electron/ipc/transcription-schema.ts';
import { DEFAULT_SETTINGS } from '../../../electron/ipc/window-schema.ts';
import { useWindow } from '../../../renderer/conversation/conversation-store.ts';
import { JobRow, jobFacts } from '../../../renderer/transcripts/JobRow.tsx';
import { OfferedFiles } from '../../../renderer/transcripts/OfferedFiles.tsx';
import { clockTime, jobChanged, jobRemoved, useRecordings } from '../../../renderer/transcripts/recordings.ts';

const asked = vi.hoisted(() => [] as string[]);
vi.mock('../../../renderer/conversation/connection.ts', () => ({
  showProblem: () => undefined,
  ask: async (request: (client: unknown) => unknown) =>
    request(new Proxy({}, { get: (_, name) => (input: unknown) => void asked.push(`${String(name)} ${JSON.stringify(input)}`) })),
}));

const job: RecordingJob = {
  id: 'a',
  name: 'talk.wav',
  state: 'running',
  host: null,
  isRecorded: false,
  positionMs: 61_000,
  durationMs: 3_723_000,
  percent: 1.9,
  speed: 23.4,
  leftMs: 156_000,
  problem: null,
  notices: [],
};
const initial = useRecordings.getState();
beforeEach(() => {
  asked.length = 0;
  useRecordings.setState(initial, true);
  useWindow.setState({ settings: null });
});
afterEach(cleanup);

describe('a job', () => {
  it('tells percent, place, speed and time left', () => {
    expect(jobFacts(job)).toEqual(['Transcribing', '1 %', '1:01 of 1:02:03', '23 times as fast as speech', '2:36 left']);
    expect(jobFacts({ ...job, durationMs: null, percent: null, speed: null, leftMs: null })).toEqual(['Transcribing', '1:01 so far']);
    expect(jobFacts({ ...job, state: 'done' })).toEqual(['Done', '1:02:03 long']);
    expect(jobFacts({ ...job, state: 'failed' })).toEqual(['Not transcribed']);
    expect(jobFacts({ ...job, state: 'waiting', host: 'speech.example' })).toEqual(['Waiting', 'at speech.example']);
  });

  it('is paused and cancelled by name', () => {
    render(<JobRow job={job} />);
    screen.getByRole('button', { name: 'Pause: talk.wav' }).click();
    screen.getByRole('button', { name: 'Cancel: talk.wav' }).click();
    expect(asked).toEqual(['steerRecording {"id":"a","verb":"pause"}', 'steerRecording {"id":"a","verb":"cancel"}']);
    expect(screen.getByRole('progressbar', { name: 'Progress of talk.wav' })).toBeTruthy();
  });

  it('says what failed and what to do, and is tried again', () => {
    render(
      <JobRow job={{ ...job, state: 'failed', problem: { message: 'The file is empty (0 bytes).', whatToDo: 'Record it again.' } }} />,
    );
    screen.getByText('The file is empty (0 bytes). Record it again.');
    screen.getByRole('button', { name: 'Try again: talk.wav' }).click();
    expect(asked).toEqual(['steerRecording {"id":"a","verb":"retry"}']);
  });

  it('asks before its text goes for good', async () => {
    render(<JobRow job={{ ...job, state: 'done' }} />);
    screen.getByRole('button', { name: 'Remove: talk.wav' }).click();
    (await screen.findByRole('button', { name: 'Remove the text for good' })).click();
    expect(asked).toEqual(['steerRecording {"id":"a","verb":"remove"}']);
  });
});

it('a job changes where it stands; what is shown goes back to the list when it is removed', () => {
  const two = { ...initial, jobs: [job, { ...job, id: 'b' }] };
  expect(jobChanged(two, { ...job, percent: 50 }).jobs?.map(({ percent }) => percent)).toEqual([50, 1.9]);
  expect(jobChanged(two, { ...job, id: 'c' }).jobs?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  const shown = { kind: 'transcript', id: 'a', atMs: null } as const;
  expect(jobRemoved({ ...two, shown }, 'a')).toMatchObject({ jobs: [{ id: 'b' }], shown: { kind: 'list' } });
  expect(jobRemoved({ ...two, shown }, 'b')).toEqual({ jobs: [job] });
});

it('times are read like a clock', () => {
  expect([0, 9_999, 60_000, 3_599_999, 3_600_000, 36_000_000].map(clockTime)).toEqual([
    '0:00',
    '0:09',
    '1:00',
    '59:59',
    '1:00:00',
    '10:00:00',
  ]);
});

describe('an offered file', () => {
  const tracks = [
    { index: 0, channels: 1, label: 'eng' },
    { index: 2, channels: 2, label: '' },
  ];
  const film = { id: 'f', name: 'film.mkv', durationMs: 61_000, tracks };
  const service = { id: 'transcription-1', label: 'Office', url: 'https://speech.example/v1', model: 'whisper-1' };
  const prefer = (changes: Partial<TranscriptionPreferences>) => {
    const transcription = { ...DEFAULT_TRANSCRIPTION, services: [service], ...changes };
    useWindow.setState({ settings: { ...DEFAULT_SETTINGS, engines: { ...DEFAULT_SETTINGS.engines, transcription } } });
  };

  it('begins with the track and the speakers that were chosen', async () => {
    render(<OfferedFiles offered={[film]} />);
    const select = screen.getByLabelText('Sound track') as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).toEqual(['Track 1: eng', 'Track 3']);
    expect(screen.queryByLabelText('Each channel is a speaker')).toBeNull();
    fireEvent.change(select, { target: { value: '2' } });
    fireEvent.click(screen.getByLabelText('Each channel is a speaker'));
    fireEvent.click(screen.getByRole('button', { name: 'Transcribe' }));
    const choice = { track: 2, engineId: 'on-device', language: 'en', speakers: 'by-channel' };
    await vi.waitFor(() => expect(asked).toEqual([`startOffered ${JSON.stringify({ id: 'f', ...choice })}`]));
  });

  it('says what leaves and where it goes before it is sent to a service', async () => {
    prefer({});
    render(<OfferedFiles offered={[film]} />);
    expect(screen.queryByText(/leaves this computer/)).toBeNull();
    expect(screen.queryByLabelText('Language')).toBeNull();
    fireEvent.change(screen.getByLabelText('Where it becomes text'), { target: { value: service.id } });
    screen.getByText(/The sound of this file \(1:01\) leaves this computer for speech\.example/);
    fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'de' } });
    fireEvent.click(screen.getByRole('button', { name: 'Send it to speech.example' }));
    await vi.waitFor(() => expect(asked.at(-1)).toContain('"engineId":"transcription-1","language":"de"'));
  });

  it('begins as is preferred', () => {
    prefer({ engineId: service.id, language: 'fr' });
    render(<OfferedFiles offered={[film]} />);
    expect((screen.getByLabelText('Language') as HTMLSelectElement).value).toBe('fr');
    screen.getByRole('button', { name: 'Send it to speech.example' });
  });

  it('tells voices apart only where the model for it is, and says how to get it', () => {
    render(<OfferedFiles offered={[film]} />);
    const byVoice = () => screen.getByLabelText('Voices are told apart') as HTMLInputElement;
    expect(byVoice().disabled).toBe(true);
    screen.getByText(/models get ge2e-voice-encoder/);
    act(() => useRecordings.setState({ canTellVoices: true }));
    expect(byVoice().disabled).toBe(false);
    expect(screen.queryByText(/models get/)).toBeNull();
  });
});
