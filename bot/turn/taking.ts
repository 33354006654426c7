import { randomUUID } from 'node:crypto';
import type { ChannelForm } from './channelForm.ts';
import type { Delivery } from './delivery.ts';
import type { Standing } from './terminal.ts';
import { conversationKey, deliveryKey, type Holding } from './turnRows.ts';
import type { ConversationRow, DeliveryRow } from './turnTables.ts';

/** One delivery on its way through its turn. */
export type Taking<Found, Seen> = {
  delivery: Delivery;
  form: ChannelForm<Seen>;
  /** What the bot itself has found, where nobody outside has said anything. */
  own?: Found;
  holding: Holding;
};

/** What stands in the database when a delivery looks for its turn. */
export type Look<Seen> = {
  conversation: ConversationRow | undefined;
  /** The same delivery, where it came before. */
  before: DeliveryRow | undefined;
  /** Another one of the conversation that is not done. */
  open: DeliveryRow | undefined;
  seen: Seen;
};

/** A new claim to the turn; a delivery without an id of its own is one that never came before. */
export function holdingOf({ reference, id }: Delivery): Holding {
  const { channelId, conversation } = reference;
  return {
    conversation: conversationKey(channelId, conversation.id),
    holder: randomUUID(),
    delivery: deliveryKey(channelId, id ?? randomUUID()),
  };
}

export function standingOf(row: ConversationRow | undefined): Standing {
  return { state: read(row?.state), awaits: read(row?.awaits) };
}

/** What cannot be read must not end a conversation for good: the terminal finds that there was something, and begins anew. */
function read(json: string | null | undefined): object | undefined {
  if (json === null || json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return { unreadable: true };
  }
}
