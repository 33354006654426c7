import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import { type Overall, ordinaryMost } from './throttling/overallLimit.ts';

/** Shows the operator what the overall limits count, over all processes; not a number while the database is away. */
export function watchOverall(overall: () => Promise<Overall>, registry: Registry): void {
  const gauge = (name: string, help: string, what: keyof Overall) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(
          await overall().then(
            (counts) => counts[what],
            () => Number.NaN,
          ),
        );
      },
    });
  gauge(
    'thawline_failed_attempts_lately',
    'Attempts of the last ten minutes that have not succeeded; 300 or more slow every answer',
    'failedAttempts',
  );
  gauge(
    'thawline_card_status_queries_lately',
    'Card status queries of ten minutes; 3000 or more slow every answer',
    'cardStatusQueries',
  );
}

/** Says in the log what slows every answer. To be called every minute. */
export function alarm(counts: Overall, log: Logger): void {
  const tooMany = (Object.keys(counts) as (keyof Overall)[]).filter(
    (what) => counts[what] >= ordinaryMost[what],
  );
  if (tooMany.length > 0)
    log.warn({ ...counts, tooMany }, 'more than on an ordinary day: answers are slowed');
}
