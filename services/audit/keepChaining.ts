import type { Logger } from 'pino';
import { Rounds } from '../../kit/rounds.ts';
import type { AuditChaining } from './auditChaining.ts';

/** The milliseconds between two looks: an entry that waits in two of them is chained, so none waits for a second. */
const rhythm = 300;

type Chaining = { chaining: Pick<AuditChaining, 'chain' | 'longestWaiting'>; log: Logger };

/**
 * Chains again and again what has waited since the look before. Of many processes one chains for all, and none more often
 * than that, since all of them wait for whoever chains.
 * @returns a function that stops it after a last round, which leaves nothing
 */
export function keepChaining({ chaining, log }: Chaining): () => Promise<void> {
  let seen: string | undefined;
  let isLast = false;
  const work = async () => {
    const before = seen;
    seen = await chaining.longestWaiting();
    if (isLast || (seen !== undefined && seen === before)) await chaining.chain();
  };
  const trouble = 'entries of the audit trail were not chained';
  const rounds = new Rounds({ work, every: rhythm, log, trouble });
  const stop = rounds.start();
  return () => {
    stop();
    isLast = true;
    return rounds.last();
  };
}
