import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import { alarmAt } from '../kit/limits/dailyCeiling.ts';
import { Rounds } from '../kit/rounds.ts';
import { minutes } from '../kit/time.ts';
import type { Bank } from './bank.ts';

/**
 * A metric of messages against their ceiling (NaN while the database does not answer), and warnings in the log.
 * @returns a function that stops it
 */
export function watchSending(
  { messagesOfADay }: Pick<Bank, 'messagesOfADay'>,
  { registry, log }: { registry: Registry; log: Logger },
): () => void {
  new Gauge({
    name: 'thawline_messages_of_a_day',
    help: 'Messages to customers that went out in the last 24 hours or wait to, and how many may',
    labelNames: ['what'] as const,
    registers: [registry],
    async collect() {
      const { sent, most } = await messagesOfADay().catch(() => ({ sent: Number.NaN, most: Number.NaN }));
      this.set({ what: 'sent' }, sent);
      this.set({ what: 'ceiling' }, most);
    },
  });
  let reached = 0;
  const look = async () => {
    const { sent, most } = await messagesOfADay();
    const alarm = alarmAt(sent, most);
    if (alarm > reached) log.warn({ sent, most }, `${alarm} % of the messages that a day may have are sent`);
    reached = alarm;
  };
  const trouble = 'how many messages a day has seen was not looked at';
  return new Rounds({ work: look, every: 1 * minutes, log, trouble }).startLater();
}
