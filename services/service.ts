import { setTimeout } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { UnfreezeError } from '../kit/errors.ts';
import { loggedError } from '../kit/loggedError.ts';
import { Rounds } from '../kit/rounds.ts';
import type { WaitingForDatabase } from '../kit/store/openStore.ts';
import { type Clock, minutes } from '../kit/time.ts';
import { traceId } from '../kit/trace.ts';
import type { AuditAnchoring } from './audit/auditAnchoring.ts';
import { keepChaining } from './audit/keepChaining.ts';
import type { Bank } from './bank.ts';
import { endAtOnceWhenAsked } from './ending.ts';
import { alarm } from './overallWatch.ts';

/** The log goes to standard error, since standard output is for the line that says that the service is ready. */
export function createLog(level: string): Logger {
  const mixin = () => {
    const trace = traceId();
    return trace === undefined ? {} : { trace };
  };
  return pino(
    { level, mixin, serializers: { err: loggedError } },
    pino.destination({ dest: 2, sync: false }),
  );
}

type Tended = { bank: Bank; anchoring: AuditAnchoring; clock: Clock; log: Logger };

/**
 * Runs the repeated work of a service: it chains audit entries soon after they are written, and every minute anchors
 * the trail, finishes open unfreezings, deletes expired rows and checks the overall limits.
 * @returns a function that stops it after a last anchor; it must be called when nothing is served any more
 */
export function tend({ bank, anchoring, clock, log }: Tended): () => Promise<void> {
  const rounds = (work: () => Promise<unknown>, trouble: string) =>
    new Rounds({ work, every: 1 * minutes, log, trouble });
  const anchors = rounds(() => anchoring.anchorHead(), 'the audit trail was not anchored');
  const lookAtLimits = async () => alarm(await bank.overall(), log);
  const stopChaining = keepChaining({ chaining: bank.chaining, clock, log });
  const stops = [
    rounds(() => bank.tend(), 'what is past its time was not destroyed').start(),
    rounds(lookAtLimits, 'the overall limits were not looked at').startLater(),
    anchors.start(),
    rounds(() => bank.settle(), 'an unfreezing could not be settled').start(),
  ];
  return async () => {
    for (const stop of stops) stop();
    await stopChaining();
    return anchors.last();
  };
}

/** The options by which a service waits for its database at start, and logs that it does. */
export function waitingAtStart(patience: number, log: Logger): WaitingForDatabase {
  return {
    patience,
    pause: setTimeout,
    ticks: () => performance.now(),
    says: (reason) => log.warn({ reason }, 'the database is not up yet: waiting for it'),
  };
}

const wrongSettings = ['settingsInvalid', 'keysUnusable', 'keysForeign'];

/**
 * Starts a service. If it cannot start, it prints why and exits: with 2 for a setting or the keys, otherwise with 1.
 */
export async function startService(start: () => Promise<void>): Promise<void> {
  endAtOnceWhenAsked();
  try {
    await start();
  } catch (error) {
    const ours = error instanceof UnfreezeError;
    process.stderr.write(
      `Thawline cannot start.\n${ours ? error.message : JSON.stringify(loggedError(error))}\n`,
    );
    process.exit(ours && wrongSettings.includes(error.code) ? 2 : 1);
  }
}
