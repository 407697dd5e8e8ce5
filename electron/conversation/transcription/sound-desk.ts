import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SoundRanges } from '../../../models/audio-file/sound-ranges.ts';
import type { SoundFacts, SoundRange } from '../../../models/audio-file/sound-ranges-worker.ts';
import { PEAKS_A_SECOND, PEAKS_PIECE_S } from '../../ipc/recordings-schema.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { LineSeal } from './sealed-lines.ts';

/** One recording as it is heard and drawn. */
export interface SoundPlace {
  readonly id: string;
  readonly path: string;
  readonly track: number | null;
  /** Where the picture of its loudness is kept once it was drawn to the end. */
  readonly peaksPath: string;
}

interface Reading {
  readonly sound: SoundRanges;
  openId: string | null;
  facts: SoundFacts | null;
}

/**
 * Plays any place of a recording and draws its loudness, each in a thread of its own, so that drawing never delays a word
 * that is to be heard. The threads start with the first question and stay until the scope closes.
 */
export class SoundDesk {
  readonly #open: () => Promise<SoundRanges>;
  readonly #scope: Scope;
  readonly #lines: () => LineSeal;
  /** Of the profile, for recordings of its own. */
  readonly #keys: () => readonly Uint8Array[];
  #heard: Promise<Reading> | null = null;
  #drawn: Promise<Reading> | null = null;
  #peaks: { readonly id: string; readonly pieces: Uint8Array[]; whole: Uint8Array | null } | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    scope: Scope,
    open: () => Promise<SoundRanges>,
    seals: { readonly lines: () => LineSeal; readonly soundKeys: () => readonly Uint8Array[] },
  ) {
    this.#scope = scope;
    this.#open = open;
    this.#lines = seals.lines;
    this.#keys = seals.soundKeys;
  }

  /** @throws EngineFailure 'bad-input' when the file cannot be read (any more) */
  async range(place: SoundPlace, startMs: number, lengthMs: number): Promise<SoundRange> {
    this.#heard ??= this.#start();
    const reading = await this.#on(await this.#heard, place);
    return await reading.sound.range({ startMs, lengthMs });
  }

  /** A piece of the picture from a second on; shorter than a piece at the end. @throws EngineFailure 'bad-input' */
  peaks(place: SoundPlace, fromS: number): Promise<Uint8Array> {
    const drawn = this.#last.then(() => this.#piece(place, fromS));
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }

  /** What tracks a file has, before it is a job. @throws EngineFailure 'bad-input' */
  async inspect(path: string): Promise<SoundFacts> {
    this.#drawn ??= this.#start();
    const reading = await this.#drawn;
    reading.openId = null;
    return await reading.sound.open({ path, track: null, keys: this.#keys() });
  }

  async #piece(place: SoundPlace, fromS: number): Promise<Uint8Array> {
    if (this.#peaks?.id !== place.id) this.#peaks = { id: place.id, pieces: [], whole: null };
    const peaks = this.#peaks;
    this.#drawn ??= this.#start();
    const reading = await this.#on(await this.#drawn, place);
    const mark = `${reading.facts?.bytes} ${reading.facts?.modifiedMs}`;
    peaks.whole ??= await this.#readKept(place.peaksPath, mark);
    const from = fromS * PEAKS_A_SECOND;
    const length = PEAKS_PIECE_S * PEAKS_A_SECOND;
    if (peaks.whole !== null) return peaks.whole.slice(from, from + length);
    const piece = await reading.sound.peaks({ fromS, seconds: PEAKS_PIECE_S, aSecond: PEAKS_A_SECOND });
    // Drawn from the beginning without a gap, and to the end: kept.
    if (fromS === peaks.pieces.length * PEAKS_PIECE_S) peaks.pieces.push(piece);
    if (piece.length < length && fromS === (peaks.pieces.length - 1) * PEAKS_PIECE_S) {
      peaks.whole = Buffer.concat(peaks.pieces);
      await this.#keep(place.peaksPath, mark, peaks.whole);
    }
    return piece;
  }

  async #start(): Promise<Reading> {
    const sound = await this.#open();
    this.#scope.add(() => sound.close());
    return { sound, openId: null, facts: null };
  }

  async #on(reading: Reading, { id, path, track }: SoundPlace): Promise<Reading> {
    if (reading.openId === id) return reading;
    reading.openId = null;
    reading.facts = await reading.sound.open({ path, track, keys: this.#keys() });
    reading.openId = id;
    return reading;
  }

  /** @param mark tells the very file it was drawn from */
  async #readKept(path: string, mark: string): Promise<Uint8Array | null> {
    const text = this.#lines().open(await readFile(path, 'utf8').catch(() => ''));
    if (text === null || !text.startsWith(`${mark}\n`)) return null;
    return new Uint8Array(Buffer.from(text.slice(mark.length + 1), 'base64'));
  }

  async #keep(path: string, mark: string, peaks: Uint8Array): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(`${path}.part`, this.#lines().seal(`${mark}\n${Buffer.from(peaks).toString('base64')}`), { mode: 0o600 });
    await rename(`${path}.part`, path);
  }

  /** The picture goes with its recording. */
  async remove(peaksPath: string): Promise<void> {
    await rm(peaksPath, { force: true });
  }
}
