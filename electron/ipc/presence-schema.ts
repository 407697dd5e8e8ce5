import { z } from 'zod';
import { problemSchema } from './derive-ipc.ts';

/**
 * What every process knows of a conversation. By itself, because main reads it before its window can open: all that page and
 * conversation tell each other takes 20 ms to build.
 */

export const presenceSchema = z.enum(['starting', 'idle', 'listening', 'thinking', 'speaking', 'unavailable']);
export type Presence = z.infer<typeof presenceSchema>;

/**
 * 'kept': in the history. 'private': nothing is remembered from it, nothing is used in it, nothing of it reaches the disk.
 * 'disappearing': deleted after its time.
 */
export const conversationKindSchema = z.enum(['kept', 'private', 'disappearing']);
export type ConversationKind = z.infer<typeof conversationKindSchema>;

export const noticeSchema = problemSchema.extend({ severity: z.enum(['info', 'warning', 'error']) });
export type Notice = z.infer<typeof noticeSchema>;
