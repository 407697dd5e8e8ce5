import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WireEvent } from '../../../../models/speech-to-speech/hosted/dialects/codec.ts';
import { RealtimeEvents } from '../../../../models/speech-to-speech/hosted/dialects/realtime-events.ts';
import { ToolNames } from '../../../../models/speech-to-speech/hosted/dialects/tool-names.ts';

/** Every event that an independent server sent in a conversation, as it came; sound is left out. */
function replay(name: string): WireEvent[] {
  const events = new RealtimeEvents(new ToolNames(), 24_000);
  const lines = readFileSync(join(import.meta.dirname, 'recorded', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.flatMap((line) => [...events.read(JSON.parse(line))]);
}

/** Neighbours of one type as one. */
const outline = (events: readonly WireEvent[]) => events.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1]);
const ends = (events: readonly WireEvent[]) => events.flatMap((event) => (event.type === 'reply-ended' ? [event.end] : []));
const words = (events: readonly WireEvent[]) => events.flatMap((event) => (event.type === 'user-words' && event.final ? [event.text] : []));

describe('recorded conversations with an independent server', () => {
  it.each(['barge-in', 'tool-call', 'own-turns', 'two-turns', 'cancel'])('%s: no event is unknown', (name) => {
    expect(replay(name).filter(({ type }) => type === 'unknown')).toEqual([]);
  });

  it('tells an interruption in whatever order it comes', () => {
    const events = replay('barge-in');
    expect(ends(events)).toContain('cancelled');
    expect(words(events)).toHaveLength(2);
    const cancelled = events.findIndex((event) => event.type === 'reply-ended' && event.end === 'cancelled');
    const spokeUp = events.findIndex((event, index) => event.type === 'user-speech-started' && index > 3);
    expect(cancelled).toBeLessThan(spokeUp);
  });

  it('tells a call once, with its arguments, though it stands in three events', () => {
    const events = replay('tool-call');
    expect(events.filter(({ type }) => type === 'tool-called')).toEqual([
      expect.objectContaining({ name: 'get_weather', arguments: { city: 'Paris' } }),
    ]);
    expect(ends(events)).toEqual(['called-tools', 'completed']);
  });

  it('tells a turn that this side ended', () => {
    const events = replay('own-turns');
    expect(outline(events).filter((type) => type !== 'usage')).toEqual([
      'ready',
      'user-speech-started',
      'user-words',
      'user-speech-stopped',
      'utterance-taken',
      'user-words',
      'reply-started',
      'reply-text',
      'reply-audio',
      'reply-text-whole',
      'reply-ended',
    ]);
  });

  it('tells the end of a cancelled reply', () => {
    expect(ends(replay('cancel'))).toContain('cancelled');
  });
});
