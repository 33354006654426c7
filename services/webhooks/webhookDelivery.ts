import type { Logger } from 'pino';
import type { Fetch } from '../../kit/http/tls/fetchOverTls.ts';
import { loggedError } from '../../kit/loggedError.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import { IsNotNull } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, hours, instant, later, seconds } from '../../kit/time.ts';
import { type WebhookEventRow, WebhookEventRows } from '../tables/webhookEvent.ts';
import { signatureHeaders } from './signature.ts';
import type { WebhookAddress } from './webhookSettings.ts';

type WebhookDeliveryDependencies = {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
  to: WebhookAddress;
  fetch: Fetch;
  /** How long a receiver may take for its answer, in milliseconds. */
  patience?: number;
};

const rows = new PreparedTable(WebhookEventRows);
/** The events that are sent at the same time, each of another subject. */
const atOnce = 20;
/** Longer than a try takes: the process that has claimed it may have died. */
const claimLasts = 30 * seconds;
const firstWait = 5 * seconds;
const longestWait = 1 * hours;
/** The waits between so many tries make a day. They are counted, and not measured, so that no clock set ahead ends them. */
const mostTries = 34;

/** The first event of its subject that still waits: a later one does not pass it. */
const firstOfItsSubject = `{nextTryAt} <= ? AND NOT EXISTS (SELECT 1 FROM webhook_events AS earlier
  WHERE earlier.subject = webhook_events.subject AND earlier.number < webhook_events.number
  AND earlier.next_try_at IS NOT NULL)`;

/**
 * Brings events to the bank's own system: each at least once, under the same id each time, those of one card in their order. A
 * receiver answers 2xx when it has the event; anything else is tried again, for a day.
 */
export class WebhookDelivery {
  readonly #parts: WebhookDeliveryDependencies;

  constructor(parts: WebhookDeliveryDependencies) {
    this.#parts = parts;
  }

  /** Everything that is due, until nothing more goes out. @returns how many were delivered */
  async deliverDue(): Promise<number> {
    for (let delivered = 0; ; ) {
      const due = await this.#due();
      const done = await Promise.all(due.map((event) => this.#delivers(event)));
      const some = done.filter(Boolean).length;
      delivered += some;
      // Where nobody answers, the others wait for the next round.
      if (some === 0) return delivered;
    }
  }

  /** The numbers of events that wait, and of those that were given up. */
  async undelivered(): Promise<{ waiting: number; givenUp: number }> {
    return this.#parts.store.read(async (manager) => ({
      waiting: await manager.countBy(WebhookEventRows, { nextTryAt: IsNotNull() }),
      givenUp: await manager.countBy(WebhookEventRows, { givenUpAt: IsNotNull() }),
    }));
  }

  #due(): Promise<WebhookEventRow[]> {
    const { store, clock } = this.#parts;
    const due = { that: firstOfItsSubject, values: [instant(clock())] };
    return store.read((manager) => rows.select(manager, due, `ORDER BY next_try_at, number LIMIT ${atOnce}`));
  }

  async #delivers(event: WebhookEventRow): Promise<boolean> {
    const { store, clock, log } = this.#parts;
    const { id, nextTryAt } = event;
    const tries = event.tries + 1;
    const claimed = { tries, nextTryAt: instant(later(clock(), claimLasts)) };
    const isOurs = await store.transaction([], (manager) => rows.update(manager, { id, nextTryAt }, claimed));
    if (isOurs !== 1) return false;
    try {
      await this.#sends(event);
    } catch (error) {
      const isLast = tries >= mostTries;
      const facts = { err: loggedError(error), event: id, type: event.type, tries };
      if (isLast) log.error(facts, 'an event was not taken for a day and was given up');
      else if (tries === 1) log.warn(facts, 'an event was not taken and will be tried again');
      const wait = Math.min(firstWait * 2 ** (tries - 1), longestWait);
      await this.#notes(
        { id, ...claimed },
        isLast
          ? { nextTryAt: null, givenUpAt: instant(clock()) }
          : { nextTryAt: instant(later(clock(), wait)) },
      );
      return false;
    }
    await this.#notes({ id, ...claimed }, { nextTryAt: null, deliveredAt: instant(clock()) });
    return true;
  }

  /** What was asked for again meanwhile stays so. */
  async #notes(claimed: Partial<WebhookEventRow>, becomes: Partial<WebhookEventRow>): Promise<void> {
    await this.#parts.store.transaction([], (manager) => rows.update(manager, claimed, becomes));
  }

  async #sends({ id, body }: WebhookEventRow): Promise<void> {
    const { to, fetch, clock, patience = 5 * seconds } = this.#parts;
    const headers = {
      'Content-Type': 'application/json',
      ...signatureHeaders({ id, at: clock(), body }, to.secrets),
    };
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(to.url, { method: 'POST', headers, body, redirect: 'error', signal });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the receiver answered ${response.status}`);
  }
}
