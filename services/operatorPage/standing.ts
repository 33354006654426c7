import { setTimeout } from 'node:timers/promises';
import { IsNotNull, IsNull } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, seconds } from '../../kit/time.ts';
import type { ServiceStanding } from '../contract/operatorFigures.ts';
import { Outbox } from '../tables/outboxMessage.ts';
import { carrierStanding } from './carrierStanding.ts';

type StandingDependencies = {
  store: Store;
  clock: Clock;
  ready: () => Promise<void>;
  cardSystemReady: () => Promise<void>;
  openUnfreezings: { standing(): Promise<{ count: number }> };
};

/** Who looks at the page does not wait longer for what does not answer. */
const patience = 2 * seconds;

/** How everything stands now that customers depend on. */
export async function standingNow({
  store,
  clock,
  ready,
  cardSystemReady,
  openUnfreezings,
}: StandingDependencies): Promise<ServiceStanding> {
  const [database, cardSystem, { count }, messages, carrier] = await Promise.all([
    answers(ready()),
    answers(cardSystemReady()),
    openUnfreezings.standing(),
    store.read(async (manager) => ({
      messagesWaiting: await manager.countBy(Outbox, { sentAt: IsNull(), givenUpAt: IsNull() }),
      messagesGivenUp: await manager.countBy(Outbox, { givenUpAt: IsNotNull() }),
    })),
    carrierStanding(store, clock()),
  ]);
  return { database, cardSystem, openUnfreezings: count, ...messages, carrier };
}

function answers(work: Promise<unknown>): Promise<boolean> {
  const hasAnswered = work.then(
    () => true,
    () => false,
  );
  return Promise.race([hasAnswered, setTimeout(patience, false, { ref: false })]);
}
