import { type ConversationContract, conversationContract } from '../../electron/ipc/conversation-schema.ts';
import { connectIpc, type IpcClient, type MessageChannelEnd, type Problem } from '../../electron/ipc/derive-ipc.ts';
import { noticed, useWindow } from './conversation-store.ts';

/** The window's way to the conversation process: one control port, replaced after every start of that process. */

let conversation: { readonly client: IpcClient<ConversationContract>; readonly close: () => void } | null = null;

/** Takes over a new control port; what was asked on the old one is answered with a problem. */
export function connectConversation(control: MessagePort): IpcClient<ConversationContract> {
  conversation?.close();
  const channel: MessageChannelEnd = {
    post: (message) => control.postMessage(message),
    listen: (receive) => {
      control.onmessage = ({ data }) => receive(data);
      return () => control.close();
    },
  };
  conversation = connectIpc(conversationContract, channel);
  return conversation.client;
}

type Request<Result> = (client: IpcClient<ConversationContract>) => Promise<Result>;

/** Asks the conversation process; a problem becomes a notice, so callers need no catch. @returns undefined after a problem */
export async function ask<Result>(request: Request<Result>): Promise<Result | undefined> {
  const answer = await askHere(request);
  if ('result' in answer) return answer.result;
  if (answer.problem !== null) tellProblem(answer.problem);
  return undefined;
}

export type Answer<Result> = { readonly result: Result } | { readonly problem: Problem | null };

/** Like `ask`, for a form that shows the problem beside the field. A null problem: there is nobody to ask yet. */
export async function askHere<Result>(request: Request<Result>): Promise<Answer<Result>> {
  if (conversation === null) return { problem: null };
  try {
    return { result: await request(conversation.client) };
  } catch (failure) {
    return { problem: problemIn(failure) };
  }
}

export function showProblem(failure: unknown): void {
  tellProblem(problemIn(failure));
}

function problemIn(failure: unknown): Problem {
  const { problem } = failure as { problem?: Problem };
  return problem ?? { id: 'window', message: failure instanceof Error ? failure.message : String(failure), whatToDo: '' };
}

function tellProblem(problem: Problem): void {
  useWindow.setState((state) => noticed(state, { ...problem, severity: 'error' }));
}
