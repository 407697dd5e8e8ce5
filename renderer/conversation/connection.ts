import { type ConversationContract, conversationContract } from '../../electron/ipc/conversation-schema.ts';
import { connectIpc, type IpcClient, type MessageChannelEnd } from '../../electron/ipc/derive-ipc.ts';
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

/** Asks the conversation process; a problem becomes a notice, so callers need no catch. @returns undefined after a problem */
export async function ask<Result>(request: (client: IpcClient<ConversationContract>) => Promise<Result>): Promise<Result | undefined> {
  try {
    if (conversation === null) return undefined;
    return await request(conversation.client);
  } catch (failure) {
    showProblem(failure);
    return undefined;
  }
}

export function showProblem(failure: unknown): void {
  const problem = (failure as { problem?: { id: string; message: string; whatToDo: string } }).problem;
  const { id, message, whatToDo } = problem ?? {
    id: 'window',
    message: failure instanceof Error ? failure.message : String(failure),
    whatToDo: '',
  };
  useWindow.setState((state) => noticed(state, { id, message, whatToDo, severity: 'error' }));
}
