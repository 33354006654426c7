import { PreparedTable } from '../../kit/store/preparedTable.ts';
import { type EntityManager, In } from '../../kit/store/query.ts';
import type { ChainingFollower } from '../audit/auditChaining.ts';
import type { AuditRow } from '../tables/auditEntry.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import { type WebhookEventRow, WebhookEventRows } from '../tables/webhookEvent.ts';
import { aboutMessages, webhookEventOf } from './webhookEventOf.ts';

const rows = new PreparedTable(WebhookEventRows);
/** Fewer values than a statement of either database may have. */
const atOnce = 80;

/**
 * Puts into the queue what the bank's own system is told. An entry of the audit trail commits with what it tells of, and becomes
 * an event in the transaction that gives it its place in the chain: once, and in that order.
 */
export class WebhookTelling implements ChainingFollower {
  #tellsSoon: () => void = () => {};

  /** From now on this process delivers, and is told when there is something new. */
  tellSoonWith(tellsSoon: () => void): void {
    this.#tellsSoon = tellsSoon;
  }

  async write(manager: EntityManager, entries: readonly AuditRow[]): Promise<void> {
    const events = await eventsOf(manager, entries);
    for (let from = 0; from < events.length; from += atOnce)
      await rows.insert(manager, events.slice(from, from + atOnce));
  }

  committed(): void {
    this.#tellsSoon();
  }
}

/** The events that entries tell of, in their order. */
export async function eventsOf(
  manager: EntityManager,
  entries: readonly AuditRow[],
): Promise<WebhookEventRow[]> {
  const messages = entries
    .filter(({ action }) => aboutMessages.includes(action))
    .map(({ details }) => String(JSON.parse(details).message));
  const found = messages.length === 0 ? [] : await manager.findBy(Outbox, { id: In(messages) });
  const cards = new Map(found.map(({ id, facts }) => [id, facts.card]));
  return entries.flatMap((entry) => webhookEventOf(entry, (message) => cards.get(message)) ?? []);
}
