import type { ChatModel, ChatPiece, ChatRequest } from '../language/chat-model.ts';
import { Script } from './script-problem.ts';

/** Text as it streams, calls and usage; a promise is waited for, an error is thrown there. */
export type ChatStep = readonly (string | Exclude<ChatPiece, { kind: 'text' }> | Error | Promise<unknown>)[];

export interface ScriptedChatModel extends ChatModel {
  /** Everything that was asked, in order. */
  readonly requests: readonly ChatRequest[];
  /** @throws ScriptProblem when steps are left */
  finish(): void;
}

/** Plays replies, one after the other. @throws ScriptProblem from `reply` */
export function scriptedChatModel(steps: readonly ChatStep[]): ScriptedChatModel {
  const script = new Script('The scripted chat model', steps);
  const requests: ChatRequest[] = [];
  return {
    id: 'scripted',
    requests,
    reply: async function* (request) {
      if (request.signal?.aborted) return;
      const step = script.next(`a reply to "${lastText(request)}"`);
      requests.push(request);
      yield* played(step, request.signal);
    },
    close: async () => undefined,
    finish: () => script.finish(),
  };
}

async function* played(step: ChatStep, signal: AbortSignal | undefined): AsyncGenerator<ChatPiece> {
  for (const piece of step) {
    if (signal?.aborted) return;
    if (piece instanceof Error) throw piece;
    if (typeof piece === 'string') yield { kind: 'text', text: piece };
    else if ('then' in piece) await piece;
    else yield piece;
  }
}

function lastText({ messages }: ChatRequest): string {
  const last = messages.at(-1);
  return last === undefined ? '' : last.role === 'result' ? last.output : last.text.slice(-60);
}
