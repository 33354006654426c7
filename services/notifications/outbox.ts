import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CardOnFile, ReservedInformation } from '../cardSystem/cardSystem.ts';
import { instant } from '../contract/time.ts';
import type { Channel } from '../contract/userTerminal.ts';
import { Outbox } from '../store/entities/outboxMessage.ts';

/** Queues the receipt of an unfreezing to the customer's registered phone, inside the unfreezing's transaction. */
export async function queueUnfreezeReceipt(
  manager: EntityManager,
  {
    card,
    reserved,
    at,
    channel,
  }: { card: CardOnFile; reserved: ReservedInformation; at: Date; channel: Channel },
): Promise<void> {
  await manager.insert(Outbox, {
    id: randomUUID(),
    kind: 'unfreezeReceipt',
    customerId: reserved.customerId,
    language: reserved.language,
    facts: { lastFour: card.lastFour, at: instant(at), channel },
    queuedAt: instant(at),
    sentAt: null,
    tries: 0,
    nextTryAt: '',
    givenUpAt: null,
  });
}
