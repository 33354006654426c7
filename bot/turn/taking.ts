import { randomUUID } from 'node:crypto';
import type { ChannelForm } from './channelForm.ts';
import type { Delivery } from './delivery.ts';
import type { Standing } from './terminal.ts';
import { conversationKey, deliveryKey, type Holding } from './turnRows.ts';
import type { ConversationRow, DeliveryRow } from './turnTables.ts';
import type { UnderWay } from './underWay.ts';

/** A delivery while its turn is worked on. */
export type Taking<Found, Seen> = {
  delivery: Delivery;
  form: ChannelForm<Seen>;
  /** What the bot itself has found, where nobody outside has said anything. */
  own?: Found;
  holding: Holding;
  /** The turn that waits for this delivery; undefined where it is only finished before a later one. */
  underWay?: UnderWay;
};

/** The rows that a delivery reads before its turn. */
export type DeliveryLook<Seen> = {
  conversation: ConversationRow | undefined;
  /** The row of the same delivery, where it came before. */
  before: DeliveryRow | undefined;
  /** Another one of the conversation that is not done. */
  open: DeliveryRow | undefined;
  seen: Seen;
};

/** A new claim to the turn. A delivery without an id of its own counts as one that never came before. */
export function holdingOf({ reference, id }: Delivery): Holding {
  const { channelId, conversation } = reference;
  return {
    conversation: conversationKey(channelId, conversation.id),
    holder: randomUUID(),
    delivery: deliveryKey(channelId, id ?? randomUUID()),
  };
}

/** The same delivery once more, read from what was stored of it. */
export function keptTaking<Found, Seen>(
  { delivery, form, holding, underWay }: Taking<Found, Seen>,
  row: DeliveryRow,
): Taking<Found, Seen> {
  return {
    form: { ...form, reads: () => 'kept' },
    delivery: { ...delivery, id: undefined, phone: undefined, network: undefined },
    holding: { ...holding, holder: randomUUID(), delivery: row.id },
    ...(underWay && row.id === holding.delivery && { underWay }),
  };
}

export function standingOf(row: ConversationRow | undefined): Standing {
  return { state: read(row?.state), awaits: read(row?.awaits) };
}

/**
 * A state that cannot be read must not end a conversation for good, so the terminal gets a mark for it and begins anew.
 */
function read(json: string | null | undefined): object | undefined {
  if (json === null || json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return { unreadable: true };
  }
}
