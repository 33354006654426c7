import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import { alarmAt, ceilingAfter } from '../kit/limits/dailyCeiling.ts';
import type { SharedCounts } from '../kit/limits/sharedCounts.ts';
import { loggedError } from '../kit/loggedError.ts';
import { type Destinations, noNumber } from '../kit/phoneNumbers.ts';
import type { Store } from '../kit/store/store.ts';
import { type Clock, minutes } from '../kit/time.ts';
import { AnswerCeilings, everybodysAnswers } from './channels/twilio/messages/answerCeilings.ts';
import type { Config } from './config.ts';
import { busiestDay } from './limits/busiestDay.ts';

type OpenAnswerCeilingsOptions = {
  config: Pick<Config, 'demo' | 'twilio' | 'sending'>;
  store: Store;
  counts: SharedCounts;
  /** The countries of the registered customers, where they are in this process. */
  customerCountries?: (() => Promise<ReadonlySet<string>>) | undefined;
  clock: Clock;
  log: Logger;
  registry: Registry;
};

/**
 * The interval of looking the limits up again, since customers are imported and the busiest day changes while the
 * service runs.
 */
const lookedUpEvery = 10 * minutes;

/**
 * The limits of answers, looked up again from time to time until `stop` is called. There are none with the demo bank,
 * whose answers cost nothing, since nothing leaves this machine.
 */
export async function openAnswerCeilings({
  config: { demo, twilio, sending: settings },
  store,
  counts,
  customerCountries,
  clock,
  log,
  registry,
}: OpenAnswerCeilingsOptions): Promise<{ ceilings: AnswerCeilings; stop: () => void } | undefined> {
  if (demo || !twilio) return undefined;
  let mostOverAll = settings.messagesADay ?? ceilingAfter(0);
  let destinations: Destinations = settings.countries ?? new Set();
  const lookUp = async () => {
    mostOverAll = settings.messagesADay ?? ceilingAfter(await busiestDay(store, everybodysAnswers, clock()));
    if (settings.countries === undefined && customerCountries)
      destinations = new Set([...(await customerCountries()), noNumber]);
  };
  await lookUp();
  const ceilings = new AnswerCeilings({
    counts,
    mostInAMinute: settings.answersAMinute,
    mostInADay: settings.answersADay,
    mostOverAll: () => mostOverAll,
    destinations: () => destinations,
  });
  new Gauge({
    name: 'thawline_answers_of_a_day',
    help: 'Answers by SMS and WhatsApp that went out today (UTC), and how many may',
    labelNames: ['what'] as const,
    registers: [registry],
    collect() {
      const { sent, most } = ceilings.standing();
      this.set({ what: 'sent' }, sent);
      this.set({ what: 'ceiling' }, most);
    },
  });
  const timers = [
    setInterval(() => {
      lookUp().catch((error: unknown) =>
        log.error({ err: loggedError(error) }, 'where answers may go could not be looked up'),
      );
    }, lookedUpEvery).unref(),
    setInterval(warnsWhenNear(ceilings, log), 1 * minutes).unref(),
  ];
  const stop = () => {
    for (const timer of timers) clearInterval(timer);
  };
  return { ceilings, stop };
}

function warnsWhenNear(ceilings: AnswerCeilings, log: Logger): () => void {
  let reached = 0;
  return () => {
    const { sent, most } = ceilings.standing();
    const alarm = alarmAt(sent, most);
    if (alarm > reached) log.warn({ sent, most }, `${alarm} % of the answers that a day may have are given`);
    reached = alarm;
  };
}
