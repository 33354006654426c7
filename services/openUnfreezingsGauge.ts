import { Gauge, type Registry } from 'prom-client';
import type { Disownments } from './disownment/disownments.ts';
import type { RequestedFreezings } from './disownment/requestedFreezings.ts';
import type { OpenUnfreezings } from './processor/openUnfreezings.ts';

type Watched = {
  openUnfreezings: Pick<OpenUnfreezings, 'standing'>;
  disownments: Pick<Disownments, 'open'>;
  freezings: Pick<RequestedFreezings, 'open'>;
};

/**
 * A metric of unfreezings that the card system was asked for and has not answered; NaN while the database does not
 * answer.
 */
export function watchOpenUnfreezings(
  { openUnfreezings, disownments, freezings }: Watched,
  registry: Registry,
): void {
  const gauge = (name: string, help: string, value: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await value().catch(() => Number.NaN));
      },
    });
  gauge(
    'thawline_unfreezings_open',
    'Unfreezings that the card system was asked for and whose end is not known; see npx thawline cards unfreezings',
    async () => (await openUnfreezings.standing()).count,
  );
  gauge(
    'thawline_oldest_open_unfreezing_seconds',
    'For how long the oldest of them has been open; 0 where there is none',
    async () => (await openUnfreezings.standing()).oldest / 1000,
  );
  gauge(
    'thawline_disowned_cards_not_frozen',
    'Cards whose customers said that an unfreezing was not theirs, and that could not be frozen again yet',
    () => disownments.open(),
  );
  gauge(
    'thawline_requested_freezings_not_done',
    'Cards whose customers wanted them frozen, and that could not be frozen yet',
    () => freezings.open(),
  );
}
