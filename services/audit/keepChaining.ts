import type { Logger } from 'pino';
import { Rounds } from '../../kit/rounds.ts';
import { seconds } from '../../kit/time.ts';
import type { AuditChaining } from './auditChaining.ts';

/** The pause between two rounds, short enough that an entry waits no longer than a second. */
const rhythm = 0.4 * seconds;

type Chaining = { chaining: Pick<AuditChaining, 'chain'>; log: Logger };

/** Chains waiting entries again and again. @returns a function that stops it after a last round */
export function keepChaining({ chaining, log }: Chaining): () => Promise<void> {
  const trouble = 'entries of the audit trail were not chained';
  const rounds = new Rounds({ work: () => chaining.chain(), every: rhythm, log, trouble });
  const stop = rounds.start();
  return () => {
    stop();
    return rounds.last();
  };
}
