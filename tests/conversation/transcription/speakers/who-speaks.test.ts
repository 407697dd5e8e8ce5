import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VoicePiece } from '../../../../electron/conversation/transcription/recognised-window.ts';
import { clusterVoices } from '../../../../electron/conversation/transcription/speakers/cluster-voices.ts';
import { nameSpeakers } from '../../../../electron/conversation/transcription/speakers/name-speakers.ts';
import { voicePieces } from '../../../../electron/conversation/transcription/speakers/voice-pieces.ts';
import { whoSpeaks } from '../../../../electron/conversation/transcription/speakers/who-speaks.ts';
import type { TranscriptSegment } from '../../../../electron/ipc/transcription-schema.ts';
import { scriptedSpeakerEmbedding } from '../../../../models/scripted/scripted-speaker-embedding.ts';
import { tone } from '../../../models/audio-file/wav-making.ts';
import { speakerError } from './speaker-error.ts';

const LOW = 150;
const HIGH = 850;

/** A stretch of one voice after another, each a hum of its own pitch. */
async function pieces(voices: readonly (readonly [hz: number, seconds: number])[], startMs = 0): Promise<VoicePiece[]> {
  const samples = Float32Array.from(
    voices.flatMap(([hz, seconds]) => (hz === 0 ? new Array<number>(seconds * 16_000).fill(0) : tone(seconds, 16_000, hz))),
  );
  return await voicePieces(scriptedSpeakerEmbedding(), samples, startMs);
}

/** Four words a second. */
function segment(startMs: number, words: number): TranscriptSegment {
  const all = Array.from({ length: words }, (_, index) => ({
    text: `w${index}`,
    startMs: startMs + index * 250,
    endMs: startMs + index * 250 + 200,
    confidence: 1,
  }));
  return { startMs, endMs: all.at(-1)?.endMs ?? startMs, text: all.map(({ text }) => text).join(' '), speaker: null, words: all };
}

describe('who speaks', () => {
  it('is told by the voice, in the order in which they are heard', async () => {
    const found = whoSpeaks(
      [segment(0, 12), segment(5_000, 12), segment(10_000, 12)],
      [...(await pieces([[HIGH, 4]])), ...(await pieces([[LOW, 4]], 5_000)), ...(await pieces([[HIGH, 4]], 10_000))],
    );
    expect(found.segments.map(({ speaker }) => speaker)).toEqual(['speaker-1', 'speaker-2', 'speaker-1']);
    expect(found.speakers).toEqual([
      { id: 'speaker-1', name: 'Speaker 1' },
      { id: 'speaker-2', name: 'Speaker 2' },
    ]);
  });

  it('parts a segment where the voice changes, and loses no word', async () => {
    const { segments } = whoSpeaks(
      [segment(0, 40)],
      await pieces([
        [LOW, 5],
        [HIGH, 5],
      ]),
    );
    expect(segments.map(({ speaker }) => speaker)).toEqual(['speaker-1', 'speaker-2']);
    expect(segments.flatMap(({ words }) => words)).toHaveLength(40);
    expect(Math.abs((segments[1]?.startMs ?? 0) - 5_000)).toBeLessThanOrEqual(800);
  });

  it('pays no attention to a slip of a second', async () => {
    const { segments, speakers } = whoSpeaks(
      [segment(0, 80)],
      await pieces([
        [LOW, 10],
        [HIGH, 1],
        [LOW, 9],
      ]),
    );
    expect(speakers).toHaveLength(1);
    expect(segments).toHaveLength(1);
  });

  it('says nothing where there are no pieces', () => {
    expect(whoSpeaks([segment(0, 3)], [])).toEqual({ segments: [segment(0, 3)], speakers: [] });
  });
});

describe('groups of voices', () => {
  const vector = (angle: number) => Float32Array.from([Math.cos(angle), Math.sin(angle)]);

  it('are the same for many pieces as for few', () => {
    const few = clusterVoices([vector(0), vector(1.4), vector(0.1), vector(1.5)]);
    expect(few).toEqual([0, 1, 0, 1]);
    const many = clusterVoices(Array.from({ length: 3_000 }, (_, index) => vector(index % 2 === 0 ? 0 : 1.4)));
    expect(new Set(many.filter((_, index) => index % 2 === 0))).toEqual(new Set([0]));
    expect(new Set(many.filter((_, index) => index % 2 === 1))).toEqual(new Set([1]));
  });

  it('leave silence out', () => expect(clusterVoices([vector(0), new Float32Array(2), vector(0)])).toEqual([0, -1, 0]));

  it('merge exactly the pairs that plain average linkage merges', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 14 }), (angles) => {
        const vectors = angles.map(vector);
        expect(clusterVoices(vectors, 0.75)).toEqual(plainLinkage(vectors, 0.75));
      }),
    );
  });
});

/** Average linkage as the book has it: all pairs anew at every step. */
function plainLinkage(vectors: readonly Float32Array[], sameVoice: number): number[] {
  let groups = vectors.map((_, index) => [index]);
  const dot = (one: number, other: number) => {
    const [first = new Float32Array(), second = new Float32Array()] = [vectors[one], vectors[other]];
    return first.reduce((sum, value, at) => sum + value * (second[at] ?? 0), 0);
  };
  for (;;) {
    let best = { value: Number.NEGATIVE_INFINITY, one: -1, other: -1 };
    groups.forEach((first, one) => {
      groups.slice(one + 1).forEach((second, offset) => {
        const sum = first.flatMap((a) => second.map((b) => dot(a, b))).reduce((total, value) => total + value, 0);
        const value = sum / (first.length * second.length);
        if (value > best.value + 1e-6) best = { value, one, other: one + 1 + offset };
      });
    });
    if (best.value < sameVoice - 1e-6) break;
    const joined = [...(groups[best.one] ?? []), ...(groups[best.other] ?? [])];
    groups = [...groups.filter((_, index) => index !== best.one && index !== best.other), joined];
  }
  const inOrder = groups.toSorted((one, other) => Math.min(...one) - Math.min(...other));
  return vectors.map((_, index) => inOrder.findIndex((group) => group.includes(index)));
}

describe('names of speakers', () => {
  const said = (speaker: string, text: string) => ({ ...segment(0, 1), speaker, text });
  const speakers = [
    { id: 'speaker-1', name: 'Speaker 1' },
    { id: 'speaker-2', name: 'Speaker 2' },
  ];
  const named = (segments: TranscriptSegment[], names: string[]) => nameSpeakers({ segments, speakers }, names).map(({ name }) => name);

  it.each([
    ["Hello, I'm Igor.", 'Igor'],
    ['My name is Saoirse and I work here.', 'Saoirse'],
    ['This is Anna speaking.', 'Anna'],
  ])('"%s" is %s', (text, name) => expect(named([said('speaker-2', text)], ['Igor', 'Anna', 'Saoirse'])).toEqual(['Speaker 1', name]));

  it.each(["I'm Igor's sister.", 'Igor is my name day.', 'I am with Igor.', "I'm Victor."])('"%s" names nobody', (text) =>
    expect(named([said('speaker-1', text)], ['Igor'])).toEqual(['Speaker 1', 'Speaker 2']),
  );

  it('belong to nobody when two claim them', () => {
    expect(named([said('speaker-1', "I'm Igor."), said('speaker-2', 'My name is Igor.')], ['Igor'])).toEqual(['Speaker 1', 'Speaker 2']);
  });
});

describe('the speaker error', () => {
  const turn = (startMs: number, endMs: number, speaker: string) => ({ startMs, endMs, speaker });
  it('does not mind how speakers are called', () =>
    expect(speakerError([turn(0, 5000, 'a'), turn(5000, 9000, 'b')], [turn(0, 5000, '2'), turn(5000, 9000, '1')])).toBe(0));
  it('counts time with the wrong speaker', () =>
    expect(speakerError([turn(0, 5000, 'a'), turn(5000, 10_000, 'b')], [turn(0, 10_000, '1')])).toBeCloseTo(0.5, 1));
});
