import { NO_CONTEXT } from './corrections/correction.ts';
import { NAMING_PATTERNS } from './corrections/naming-patterns.ts';
import { readCorrections } from './corrections/read-correction.ts';
import { readFacts } from './facts/read-facts.ts';

/** Long enough for every pattern to be tried, and nothing that memory would learn from. */
const SENTENCE = 'Tell me what the weather is like today and then set a timer';
/** The engine makes a pattern ready when it is first used, and ready to be fast when it is used again. */
const TIMES = 2;

/**
 * Reads a sentence in small steps and learns nothing: the patterns of names and facts take half a second to be made ready,
 * which would otherwise be waited for in the first turn.
 */
export function* practiseReading(): Generator<void> {
  for (const { pattern } of NAMING_PATTERNS) {
    for (let time = 0; time < TIMES; time++) pattern.exec(SENTENCE);
    yield;
  }
  for (let time = 0; time < TIMES; time++) {
    readCorrections(SENTENCE, NO_CONTEXT);
    yield;
    readFacts(SENTENCE);
    yield;
  }
}
