import { type EntityManager, MoreThan } from '../../kit/store/query.ts';
import { hours, instant, later } from '../../kit/time.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { DisownableUnfreezings } from '../tables/disownableUnfreezing.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import type { AuditEntry } from './audit.ts';

/** What is older is long in the chain, where nothing can be taken out unnoticed, and much of it is deleted by then. */
const lookedBack = 72 * hours;

/** What an unfreezing leaves beside its entry, in the same transaction. */
const traces: readonly {
  what: string;
  /** What tells each from the others, of those since a moment. */
  found(manager: EntityManager, since: string): Promise<string[]>;
  /** The same, of the entry of an unfreezing. */
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

/** Holds what unfreezings have left against their entries: an entry that was taken away before it was chained is missed. */
export class UnfreezingTraces {
  /** How many of each trace have no entry yet, by what tells them from the others. */
  readonly #missed = traces.map(() => new Map<string, number>());
  /** Entries that were found while they waited: chained meanwhile, they come again. */
  readonly #found = new Set<string>();

  /** To be called before any entry is read: whatever is there then has its entry. */
  async find(manager: EntityManager, now: Date): Promise<void> {
    const since = instant(later(now, -lookedBack));
    for (const [place, { found }] of traces.entries()) {
      const missed = this.#missed[place];
      for (const one of await found(manager, since)) missed?.set(one, (missed.get(one) ?? 0) + 1);
    }
  }

  /** An entry that was found, chained or not. */
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

  /** What is wrong, in the operator's words; nothing where every trace has its entry. */
  get problem(): string | undefined {
    const wrong = traces.flatMap(({ what }, place) => {
      const [first] = this.#missed[place]?.keys() ?? [];
      return first === undefined ? [] : [`${what} (${first}) has no entry`];
    });
    return wrong[0];
  }
}
