import { type EntityManager, IsNotNull } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, type Instant, instant } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { ByHand } from '../contract/byHand.ts';
import type { CardReference, LastFour } from '../contract/card.ts';
import { Outbox, type OutboxMessage } from '../tables/outboxMessage.ts';

type ResendingDependencies = { store: Store; audit: Audit; clock: Clock };

/** What has become of a message to a customer. */
type MessageFate = 'waiting' | 'sent' | 'arrived' | 'givenUp';

/** A message about a card, as an operator sees it: neither its text nor whom it went to. */
export type CardMessage = {
  message: string;
  kind: OutboxMessage['kind'];
  at: Instant;
  fate: MessageFate;
  /** Whether it can be sent again: it was given up, and is of use still. */
  isToResend: boolean;
};

type Owned = { card: CardReference; last4: LastFour; customer: string };

/** So many are shown of one card. */
const mostShown = 20;

/** The messages about a card, and one more try for those that were given up. */
export class Resending {
  readonly #parts: ResendingDependencies;

  constructor(parts: ResendingDependencies) {
    this.#parts = parts;
  }

  /** Those about this card, the newest first. */
  async messagesOf({ card, last4, customer: customerId }: Owned): Promise<CardMessage[]> {
    const rows = await this.#parts.store.read((manager) =>
      manager.find(Outbox, { where: { customerId }, order: { queuedAt: 'DESC', id: 'ASC' } }),
    );
    // One of an earlier version says no more of its card than the last four digits.
    const isOf = ({ facts }: OutboxMessage) =>
      facts.card === undefined ? facts.lastFour === last4 : facts.card === card;
    return rows.filter(isOf).slice(0, mostShown).map(shown);
  }

  /**
   * Has a message that was given up tried once more.
   * @param decides in the same transaction, where a second person has approved it
   * @returns false where there is none that was given up, or it is of no use any more
   */
  resend(
    id: string,
    by: ByHand,
    decides: (manager: EntityManager, effect: 'done' | 'none') => Promise<void> = async () => {},
  ): Promise<boolean> {
    const { store, audit, clock } = this.#parts;
    return store.transaction([], async (manager) => {
      const row = await manager.findOneBy(Outbox, { id, givenUpAt: IsNotNull() });
      const again = { givenUpAt: null, tries: 0, nextTryAt: instant(clock()) };
      const isDone =
        row !== null &&
        isOfUse(row) &&
        (await manager.update(Outbox, { id, givenUpAt: IsNotNull() }, again)).affected === 1;
      await decides(manager, isDone ? 'done' : 'none');
      if (!isDone || !row) return false;
      const { kind, facts } = row;
      const about = { message: id, kind, card: facts.card ?? null };
      await audit.write(manager, clock(), 'messageResent', { ...about, ...by });
      return true;
    });
  }
}

/** The token of a link goes with the last try: a new one is asked for in the conversation. */
function isOfUse({ kind }: OutboxMessage): boolean {
  return kind !== 'secureLink' && kind !== 'secureCode';
}

function shown(row: OutboxMessage): CardMessage {
  const { id: message, kind, queuedAt: at, sentAt, arrivedAt, givenUpAt } = row;
  const sent = arrivedAt === null ? 'sent' : 'arrived';
  const fate = givenUpAt !== null ? 'givenUp' : sentAt === null ? 'waiting' : sent;
  return { message, kind, at, fate, isToResend: fate === 'givenUp' && isOfUse(row) };
}
