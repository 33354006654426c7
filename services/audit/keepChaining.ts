import type { Logger } from 'pino';
import { seconds } from '../../kit/time.ts';
import type { AuditChaining } from './auditChaining.ts';

/** An entry waits no longer than a second for its place, whatever a round takes. */
const rhythm = 0.4 * seconds;

type Chaining = { chaining: Pick<AuditChaining, 'chain'>; log: Logger };

/** Chains again and again what waits; says once that something goes wrong. @returns what ends that, with a last round */
export function keepChaining({ chaining, log }: Chaining): () => Promise<void> {
  let trouble: string | undefined;
  let isChaining = false;
  const chain = async () => {
    try {
      await chaining.chain();
      trouble = undefined;
    } catch (error) {
      const { message } = error as Error;
      if (message !== trouble) log.error({ err: error }, 'entries of the audit trail were not chained');
      trouble = message;
    }
  };
  const round = async () => {
    if (isChaining) return;
    isChaining = true;
    await chain();
    isChaining = false;
  };
  void round();
  const timer = setInterval(() => void round(), rhythm).unref();
  return () => {
    clearInterval(timer);
    return chain();
  };
}
