import type { ToolDefinition } from '../../../models/speech-to-speech/realtime-model.ts';

/** Nothing is asked for in them, so every way of reading is gone to its end. */
const UTTERANCES = ['the neighbours were painting their old fence green all afternoon', 'could you perhaps sort of whistle for us'];

/**
 * Reads words that ask for nothing, a tool a step: what the first utterance would wait for, because the program has run none of it
 * before (210 to 380 ms, measured), is behind it then. Nothing comes of it.
 */
export function* practiseChoosing(tools: readonly ToolDefinition[]): Generator<void> {
  for (const words of UTTERANCES) {
    for (const tool of tools) {
      tool.match(words);
      tool.matchWithin?.(words);
      tool.matchMisheard?.(words);
      yield;
    }
  }
}
