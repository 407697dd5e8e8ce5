import type { ScreenTalk } from '../canvas/about-screen/screen-talk.ts';
import type { MeantArguments } from './meant-arguments.ts';

/** Reads what a skill of the screen needs from what the words mention of it. */
export type ScreenNeeds = (talk: ScreenTalk, isSure: boolean) => MeantArguments | null;

const MARK = /<(\d+)>/g;

/** The column that is mentioned, where only one is. */
export function columnMaybe({ canvas, text }: ScreenTalk): MeantArguments {
  const places = new Set([...text.matchAll(/<c(\d+)>/g)].map(([, place]) => Number(place)));
  const [place] = places;
  const name = places.size === 1 ? canvas?.columns[place ?? -1]?.name : undefined;
  return name === undefined ? {} : { column: name };
}

/** Rows in the order they are mentioned, each once. */
export function marks({ text }: ScreenTalk): readonly string[] {
  return [...new Set([...text.matchAll(MARK)].map(([, row]) => row ?? ''))];
}
