import type { ConversationItem, EngineSetup, HistoryTurn } from '../realtime-model.ts';
import type { ReplyRun } from './reply-run.ts';
import type { Asked } from './second-hearing.ts';

/** What answers in words where no phrase calls a skill: the small model of this computer, or a larger one elsewhere. */
export interface Mind {
  /** A phrase match as good as this calls its skill without asking the mind; no match is where the mind weighs phrases itself. */
  readonly surePhrase: number;
  /** It called skills, and some of their results are still to come. */
  readonly awaitsResults: boolean;
  /** It called skills and knows their results: it goes on in its reply. */
  readonly hasResults: boolean;
  /** @throws EngineFailure */
  talk(asked: AskedTalk): AsyncIterable<string>;
  /** What words ask for as it would understand them; left out = phrases alone tell. */
  asks?(words: string, setup: EngineSetup): Promise<Asked>;
  /** The conversation so far: it may compute ahead. */
  prepare(setup: EngineSetup, turns: readonly HistoryTurn[]): void;
  /** @returns false for the result of a call that it did not make */
  takeResult(result: Extract<ConversationItem, { kind: 'tool-result' }>): boolean;
  /** The user said something new: what was begun before is over. */
  newTurn(): void;
  close(): void;
}

export interface AskedTalk {
  readonly setup: EngineSetup;
  /** The user's words; they also end `turns`. Empty when nothing was said yet. */
  readonly words: string;
  readonly turns: readonly HistoryTurn[];
  /** What was said before in this conversation. */
  readonly earlierReplies: readonly string[];
  readonly run: ReplyRun;
}
