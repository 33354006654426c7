import type { Logger } from 'pino';
import { loggedError } from '../../../../kit/loggedError.ts';
import { lock } from '../../../../kit/store/lock.ts';
import { IsNotNull, IsNull, LessThanOrEqual } from '../../../../kit/store/query.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, hours, instant, later, seconds } from '../../../../kit/time.ts';
import { type MessageRedactionRow, MessageRedactionRows } from './messageTables.ts';
import type { Redactor } from './redactor.ts';

type Parts = { store: Store; clock: Clock; log: Logger; redactor: Redactor };

/** How many are blanked in one round. */
const atOnce = 20;
/** The provider needs a moment until it is done with a message. */
const firstWait = 5 * seconds;
const usualTries = 3;
const longestWait = 1 * hours;
const givenUpAfter = 24 * hours;

/** Messages that held a secret and are not blanked. */
export type Unredacted = { waiting: number; givenUp: number };

/**
 * Has messages blanked at the provider. One is claimed with the moment of its next try before it is asked for, so that
 * it is done once however many processes look, and again where the process that claimed it died: blanking twice does no
 * harm. What could not be blanked for a day is given up, loudly: somebody must look.
 */
export class Redactions {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** One round: everything that is due, one after the other. @returns how many were blanked */
  async redactDue(): Promise<number> {
    let redacted = 0;
    for (let claimed = 0; claimed < atOnce; claimed++) {
      const row = await this.#claim();
      if (!row) break;
      if (await this.#redact(row)) redacted += 1;
    }
    return redacted;
  }

  async unredacted(): Promise<Unredacted> {
    const queuedAt = LessThanOrEqual(instant(this.#parts.clock()));
    return this.#parts.store.read(async (manager) => ({
      waiting: await manager.countBy(MessageRedactionRows, {
        queuedAt,
        redactedAt: IsNull(),
        givenUpAt: IsNull(),
      }),
      givenUp: await manager.countBy(MessageRedactionRows, { givenUpAt: IsNotNull() }),
    }));
  }

  #claim(): Promise<MessageRedactionRow | undefined> {
    const { store, clock } = this.#parts;
    return store.transaction([lock('redactions')], async (manager) => {
      const now = clock();
      const row = await manager.findOne(MessageRedactionRows, {
        where: { redactedAt: IsNull(), givenUpAt: IsNull(), nextTryAt: LessThanOrEqual(instant(now)) },
        order: { nextTryAt: 'ASC', messageSid: 'ASC' },
      });
      if (!row) return undefined;
      const { messageSid, tries } = row;
      const wait = Math.min(firstWait * 2 ** tries, longestWait);
      const claimed = { tries: tries + 1, nextTryAt: instant(later(now, wait)) };
      await manager.update(MessageRedactionRows, { messageSid }, claimed);
      return { ...row, ...claimed };
    });
  }

  async #redact({ messageSid, queuedAt, tries }: MessageRedactionRow): Promise<boolean> {
    const { redactor, clock, log } = this.#parts;
    try {
      await redactor.redact(messageSid);
    } catch (error) {
      const facts = { err: loggedError(error), message: messageSid, tries };
      if (queuedAt <= instant(later(clock(), -givenUpAfter))) {
        log.error(facts, 'a message that held a secret was not blanked at the provider, and is given up');
        await this.#conclude(messageSid, 'givenUpAt');
      } else {
        const level = tries > usualTries ? 'warn' : 'info';
        log[level](facts, 'a message that held a secret is not blanked yet and will be tried again');
      }
      return false;
    }
    await this.#conclude(messageSid, 'redactedAt');
    return true;
  }

  async #conclude(messageSid: string, how: 'redactedAt' | 'givenUpAt'): Promise<void> {
    const { store, clock } = this.#parts;
    const now = instant(clock());
    await store.transaction([], (manager) =>
      manager.update(MessageRedactionRows, { messageSid }, { [how]: now }),
    );
  }
}
