import type { Logger } from 'pino';
import { Rounds } from '../../kit/rounds.ts';
import { seconds } from '../../kit/time.ts';
import type { AuditChaining } from './auditChaining.ts';

/** An entry waits no longer than a second for its place, whatever a round takes. */
const rhythm = 0.4 * seconds;

type Chaining = { chaining: Pick<AuditChaining, 'chain'>; log: Logger };

/** Chains again and again what waits. @returns what ends that, with a last round */
export function keepChaining({ chaining, log }: Chaining): () => Promise<void> {
  const trouble = 'entries of the audit trail were not chained';
  const rounds = new Rounds({ work: () => chaining.chain(), every: rhythm, log, trouble });
  const stop = rounds.start();
  return () => {
    stop();
    return rounds.last();
  };
}
