import { type EntityManager, MoreThan } from '../../kit/store/query.ts';
import { hours, instant, later } from '../../kit/time.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { DisownableUnfreezings } from '../tables/disownableUnfreezing.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import type { AuditEntry } from './audit.ts';

/**
 * The period that is checked. Older entries are chained, where nothing can be removed unnoticed, and many of their
 * traces are deleted by then.
 */
const lookedBack = 72 * hours;

/** The rows that an unfreezing leaves beside its audit entry, in the same transaction. */
const traces: readonly {
  what: string;
  /** The values that identify the traces since a moment. */
  found(manager: EntityManager, since: string): Promise<string[]>;
  /** The value that identifies the trace of an unfreezing's entry. */
  of(entry: AuditEntry, details: Record<string, unknown>): string;
}[] = [
  {
    what: 'an authentication request that unfroze a card',
    async found(manager, since) {
      const where = { state: 'unfrozen', createdAt: MoreThan(since) } as const;
      return (await manager.find(AuthenticationRequests, { where, select: { id: true } })).map(
        ({ id }) => id,
      );
    },
    of: (_entry, { request }) => String(request),
  },
  {
    what: 'a receipt',
    async found(manager, since) {
      const where = { kind: 'unfreezeReceipt', queuedAt: MoreThan(since) } as const;
      const select = { id: true, queuedAt: true } as const;
      return (await manager.find(Outbox, { where, select })).map(({ queuedAt }) => queuedAt);
    },
    of: ({ at }) => at,
  },
  {
    what: 'an unfreezing that can be disowned',
    async found(manager, since) {
      const where = { unfrozenAt: MoreThan(since) };
      const rows = await manager.find(DisownableUnfreezings, { where });
      return rows.map(({ card, unfrozenAt }) => `${card} ${unfrozenAt}`);
    },
    of: ({ at }, { card }) => `${card} ${at}`,
  },
];

/**
 * Compares the traces of unfreezings with their entries, so that an entry that was removed before it was chained is
 * missed.
 */
export class UnfreezingTraces {
  /** How many traces of each kind still have no entry, by their identifying values. */
  readonly #missed = traces.map(() => new Map<string, number>());
  /** The entries seen while they waited; they come again once they are chained. */
  readonly #found = new Set<string>();

  /** Reads the traces. It must be called before any entry is read, since each trace found then has an entry already. */
  async find(manager: EntityManager, now: Date): Promise<void> {
    const since = instant(later(now, -lookedBack));
    for (const [place, { found }] of traces.entries()) {
      const missed = this.#missed[place];
      for (const one of await found(manager, since)) missed?.set(one, (missed.get(one) ?? 0) + 1);
    }
  }

  /** Takes an entry that was seen, chained or waiting, off the list. */
  strike(entry: AuditEntry & { id: string | null }): void {
    const { id, action } = entry;
    if (action !== 'cardUnfrozen' || (id !== null && this.#found.has(id))) return;
    const details = JSON.parse(entry.details);
    for (const [place, { of }] of traces.entries()) {
      const missed = this.#missed[place];
      const one = of(entry, details);
      const left = missed?.get(one);
      if (left === undefined) continue;
      if (id !== null) this.#found.add(id);
      if (left > 1) missed?.set(one, left - 1);
      else missed?.delete(one);
    }
  }

  /** The fault in the operator's words; undefined where every trace has its entry. */
  get problem(): string | undefined {
    const wrong = traces.flatMap(({ what }, place) => {
      const [first] = this.#missed[place]?.keys() ?? [];
      return first === undefined ? [] : [`${what} (${first}) has no entry`];
    });
    return wrong[0];
  }
}
