import type { Logger } from 'pino';
import { Rounds } from '../../kit/rounds.ts';
import { type Clock, instant, later, seconds } from '../../kit/time.ts';
import type { AuditChaining } from './auditChaining.ts';

/** The milliseconds between two looks: an entry that waits in two of them is chained, so none waits for a second. */
const rhythm = 300;
/** An entry of a longer time ago is chained at the first look. */
const longest = 1 * seconds;

type Chaining = { chaining: Pick<AuditChaining, 'chain' | 'longestWaiting'>; clock: Clock; log: Logger };

/**
 * Chains again and again what has waited since the look before. Of many processes one chains for all, and none more often
 * than that, since all of them wait for whoever chains. Nobody keeps entries waiting by putting in older ones.
 * @returns a function that stops it after a last round, which leaves nothing
 */
export function keepChaining({ chaining, clock, log }: Chaining): () => Promise<void> {
  let seen: string | undefined;
  let isLast = false;
  const work = async () => {
    const before = seen;
    const oldest = await chaining.longestWaiting();
    seen = oldest?.id;
    const isDue = oldest && (oldest.id === before || oldest.at < instant(later(clock(), -longest)));
    if (isLast || isDue) await chaining.chain();
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
