import type { Logger } from 'pino';
import type { Lifetime } from '../kit/http/lifetime.ts';
import { loggedError } from '../kit/loggedError.ts';
import { seconds } from '../kit/time.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * The longest time for the end itself, after the grace. Work that is not finished then is repeated by the next process.
 */
export const longestEnd = 15 * seconds;

type Ending = {
  lifetime: Lifetime;
  /** The time in which it still answers while readiness says no, in milliseconds. */
  grace: number;
  log: Logger;
  /** Sends connected clients to other processes, spread over this time. */
  leave?: (milliseconds: number) => void;
  stop: () => Promise<void>;
  exit?: (code: number) => void;
};

/**
 * Ends the process at a signal. A container's first process ignores signals without a listener, so there is one from
 * the start.
 */
export function endAtOnceWhenAsked(): void {
  for (const signal of signals) process.once(signal, endAtOnce);
}

const endAtOnce = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);

/**
 * Ends a service when the system asks for it. It stops being ready, continues for the grace, then stops, at the latest
 * after `longestEnd`. A second signal ends the grace, but work in progress is still finished, because a watcher may
 * pass Ctrl-C on twice.
 */
export function stopWhenAsked({ lifetime, grace, log, leave, stop, exit = process.exit }: Ending): void {
  let hurry = () => {};
  const end = async (signal: NodeJS.Signals) => {
    lifetime.stops();
    log.info({ signal, grace }, 'this service ends: no more requests should be sent to it');
    if (grace > 0) {
      leave?.(grace);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, grace);
        hurry = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const isLate = setTimeout(() => {
      log.error('this service ends late, and leaves what is under way to the next one');
      exit(1);
    }, longestEnd);
    await stop().catch((error: unknown) => {
      log.error({ err: loggedError(error) }, 'this service did not end cleanly');
      process.exitCode = 1;
    });
    clearTimeout(isLate);
  };
  for (const signal of signals) {
    process.off(signal, endAtOnce);
    process.on(signal, () => {
      if (lifetime.stage === 'stopping') hurry();
      else void end(signal);
    });
  }
}
