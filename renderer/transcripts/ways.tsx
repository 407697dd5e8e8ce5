import { useId } from 'react';
import {
  DEFAULT_TRANSCRIPTION,
  ON_DEVICE_TRANSCRIPTION,
  type Speakers,
  type TranscriptionPreferences,
  type TranscriptionService,
} from '../../electron/ipc/transcription-schema.ts';
import { useWindow } from '../conversation/conversation-store.ts';
import { changeEngines } from '../engines/engines.ts';
import { fill, sentences } from '../sentences.ts';
import { Choice } from '../settings/rows.tsx';
import { clockTime, useRecordings } from './recordings.ts';

const words = sentences.recordings.ways;
const HERE_LANGUAGE = 'en';
/** Languages that services commonly know, by their ISO 639 names. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'uk', 'tr', 'ar', 'hi', 'zh', 'ja', 'ko'];
const SPEAKERS = { mixed: words.mixed, 'by-channel': words.byChannel, 'by-voice': words.byVoice } as const;

/** How one file becomes text. */
export type Way = Pick<TranscriptionPreferences, 'engineId' | 'language' | 'speakers'>;

export function usePreferences(): TranscriptionPreferences {
  return useWindow((state) => state.settings?.engines.transcription ?? DEFAULT_TRANSCRIPTION);
}

export async function changePreferences(changes: Partial<TranscriptionPreferences>): Promise<void> {
  const before = useWindow.getState().settings?.engines.transcription ?? DEFAULT_TRANSCRIPTION;
  await changeEngines({ transcription: { ...before, ...changes } });
}

export function hostOf({ url }: Pick<TranscriptionService, 'url'>): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** The chosen service; null for this computer, and where it was removed meanwhile. */
export function chosenService({ services }: TranscriptionPreferences, engineId: string): TranscriptionService | null {
  return services.find(({ id }) => id === engineId) ?? null;
}

/** What turns it into text, in which language, and who is told apart. */
export function WayFields({ way, channels, change }: { way: Way; channels: number; change: (changes: Partial<Way>) => void }) {
  const { services } = usePreferences();
  const isHere = !services.some(({ id }) => id === way.engineId);
  const names = new Intl.DisplayNames(undefined, { type: 'language' });
  return (
    <>
      <Choice
        label={words.engine}
        value={isHere ? ON_DEVICE_TRANSCRIPTION : way.engineId}
        choices={[
          { value: ON_DEVICE_TRANSCRIPTION, label: words.here },
          ...services.map((service) => ({
            value: service.id,
            label: fill(words.service, { label: service.label, model: service.model, host: hostOf(service) }),
          })),
        ]}
        choose={(engineId) => change({ engineId, ...(engineId === ON_DEVICE_TRANSCRIPTION ? { language: HERE_LANGUAGE } : {}) })}
      />
      {!isHere && (
        <Choice
          label={words.language}
          value={way.language}
          choices={LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
          choose={(language) => change({ language })}
        />
      )}
      <SpeakerChoice speakers={way.speakers} channels={channels} choose={(speakers) => change({ speakers })} />
    </>
  );
}

function SpeakerChoice(choice: { speakers: Speakers; channels: number; choose: (speakers: Speakers) => void }) {
  const canTellVoices = useRecordings((state) => state.canTellVoices);
  const id = useId();
  const offered = (Object.keys(SPEAKERS) as Speakers[]).filter((speakers) => speakers !== 'by-channel' || choice.channels > 1);
  return (
    <fieldset className="offered-channels">
      <legend>{words.speakers}</legend>
      {offered.map((speakers) => (
        <label key={speakers}>
          <input
            type="radio"
            name={id}
            checked={choice.speakers === speakers}
            disabled={speakers === 'by-voice' && !canTellVoices}
            aria-describedby={speakers === 'by-voice' && !canTellVoices ? `${id}-missing` : undefined}
            onChange={() => choice.choose(speakers)}
          />{' '}
          {SPEAKERS[speakers]}
        </label>
      ))}
      {!canTellVoices && (
        <p id={`${id}-missing`} className="quiet">
          {words.noVoices}
        </p>
      )}
    </fieldset>
  );
}

/** Said in plain words before anything leaves. */
export function WhatLeaves({ service, durationMs }: { service: TranscriptionService; durationMs: number | null }) {
  const host = hostOf(service);
  return (
    <p className="leaves" role="note">
      {durationMs === null ? fill(words.leavesUnknown, { host }) : fill(words.leaves, { host, time: clockTime(durationMs) })}
    </p>
  );
}
