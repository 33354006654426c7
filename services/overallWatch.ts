import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import type { Overall } from './throttling/overallLimit.ts';

/** The present counts, and the highest ordinary ones. */
type OverallCounts = { counts: Overall; most: Overall };

/** Metrics of the overall limits over all processes; NaN while the database does not answer. */
export function watchOverall(overall: () => Promise<OverallCounts>, registry: Registry): void {
  const gauge = (name: string, help: string, what: keyof Overall, isMost = false) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(
          await overall().then(
            ({ counts, most }) => (isMost ? most : counts)[what],
            () => Number.NaN,
          ),
        );
      },
    });
  gauge(
    'thawline_failed_attempts_lately',
    'Attempts that have failed in the last ten minutes',
    'failedAttempts',
  );
  gauge('thawline_wrong_codes_lately', 'Codes from texts that were wrong, of ten minutes', 'wrongCodes');
  gauge('thawline_card_status_queries_lately', 'Card status queries of ten minutes', 'cardStatusQueries');
  gauge(
    'thawline_failed_attempts_ordinary',
    'As many failed attempts or more slow every answer (ORDINARY_FAILURES)',
    'failedAttempts',
    true,
  );
  gauge(
    'thawline_card_status_queries_ordinary',
    'As many card status queries or more slow every answer (ORDINARY_QUERIES)',
    'cardStatusQueries',
    true,
  );
}

/** Logs the limit that slows every answer. It must be called every minute. */
export function alarm({ counts, most }: OverallCounts, log: Logger): void {
  const tooMany = (Object.keys(counts) as (keyof Overall)[]).filter((what) => counts[what] >= most[what]);
  if (tooMany.length > 0)
    log.warn({ ...counts, most, tooMany }, 'more than on an ordinary day: answers are slowed');
}
