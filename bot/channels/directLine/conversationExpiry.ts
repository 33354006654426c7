import type { Logger } from 'pino';
import { loggedError } from '../../../kit/loggedError.ts';
import { hours } from '../../../kit/time.ts';
import type { DirectLine } from './directLine.ts';

/**
 * Deletes the conversations that are over, now and then every hour; the answer stops that. The timer keeps no
 * process alive.
 */
export function expireConversations({
  directLine,
  log,
  every = hours,
}: {
  directLine: Pick<DirectLine, 'deleteExpired'>;
  log: Logger;
  every?: number;
}): () => void {
  const round = () => {
    directLine.deleteExpired().catch((error: unknown) => {
      log.error({ err: loggedError(error) }, 'old conversations could not be deleted');
    });
  };
  round();
  const timer = setInterval(round, every).unref();
  return () => clearInterval(timer);
}
