import { randomBytes } from 'node:crypto';
import type { ConversationItem, RealtimeResponse, RealtimeServerEvent } from 'openai/resources/realtime/realtime';

export type WireItem = ConversationItem;
export type WireResponse = RealtimeResponse;

type WithoutId<Event> = Event extends unknown ? Omit<Event, 'event_id'> : never;
/** An event of the server in the protocol's own words, before it gets its id. */
export type ServerEvent = WithoutId<RealtimeServerEvent>;
export type SendEvent = (event: ServerEvent) => void;

/** `item_` and 128 random bits. */
export function newId(kind: 'event' | 'sess' | 'conv' | 'item' | 'resp' | 'call'): string {
  return `${kind}_${randomBytes(16).toString('hex')}`;
}
