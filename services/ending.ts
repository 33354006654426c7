import type { Logger } from 'pino';
import type { Lifetime } from '../kit/http/lifetime.ts';
import { loggedError } from '../kit/loggedError.ts';
import { seconds } from '../kit/time.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** How long the end itself may take, after the grace. What is under way then is done again by the next process. */
export const longestEnd = 15 * seconds;

type Ending = {
  lifetime: Lifetime;
  /** So long it goes on answering while readiness says no, in milliseconds. */
  grace: number;
  log: Logger;
  /** Sends those who stay connected to other processes, spread over that time. */
  leave?: (milliseconds: number) => void;
  stop: () => Promise<void>;
  exit?: (code: number) => void;
};

/** The first process of a container ignores a signal that it has no listener for: so one is there from the start. */
export function endAtOnceWhenAsked(): void {
  for (const signal of signals) process.once(signal, endAtOnce);
}

const endAtOnce = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);

/**
 * Ends a service as the system asks for it: first it is not ready any more, then it goes on for the grace, then it stops,
 * and by `longestEnd` it is gone. Asked again it waits for the grace no longer, and does what is under way all the same:
 * Ctrl-C comes twice where a watcher passes it on.
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
