import type { Logger } from 'pino';
import { loggedError } from '../../../../kit/loggedError.ts';
import { lock } from '../../../../kit/store/lock.ts';
import { type EntityManager, In, IsNotNull, IsNull, LessThanOrEqual } from '../../../../kit/store/query.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, hours, instant, later, seconds } from '../../../../kit/time.ts';
import { type MessageRedactionRow, MessageRedactionRows } from './messageTables.ts';
import type { Redactor } from './redactor.ts';

type Parts = { store: Store; clock: Clock; log: Logger; redactor: Redactor };

/** How many are blanked at the same moment. */
const atOnce = 20;
/** The provider needs a moment until it is done with a message. */
const firstWait = 5 * seconds;
const usualTries = 3;
const longestWait = 1 * hours;
const givenUpAfter = 24 * hours;

/** What has come of one that nobody tries again. */
type End = 'redactedAt' | 'givenUpAt';

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

  /** One round: everything that is due. @returns how many were blanked */
  async redactDue(): Promise<number> {
    for (let redacted = 0; ; ) {
      const rows = await this.#claim();
      redacted += await this.#redactAll(rows);
      if (rows.length < atOnce) return redacted;
    }
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

  #claim(): Promise<MessageRedactionRow[]> {
    const { store, clock } = this.#parts;
    return store.transaction([lock('redactions')], async (manager) => {
      const now = clock();
      const rows = await manager.find(MessageRedactionRows, {
        where: { redactedAt: IsNull(), givenUpAt: IsNull(), nextTryAt: LessThanOrEqual(instant(now)) },
        order: { nextTryAt: 'ASC', messageSid: 'ASC' },
        take: atOnce,
      });
      for (const tries of new Set(rows.map((row) => row.tries))) {
        const wait = Math.min(firstWait * 2 ** tries, longestWait);
        const claimed = { tries: tries + 1, nextTryAt: instant(later(now, wait)) };
        await note(
          manager,
          rows.filter((row) => row.tries === tries),
          claimed,
        );
      }
      return rows.map((row) => ({ ...row, tries: row.tries + 1 }));
    });
  }

  /** What came of all of them is noted together: where that is lost they are blanked once more. */
  async #redactAll(rows: readonly MessageRedactionRow[]): Promise<number> {
    const { store, clock } = this.#parts;
    const ends = await Promise.all(rows.map((row) => this.#redact(row)));
    const ended = (how: End) => rows.filter((_row, place) => ends[place] === how);
    if (ends.some((end) => end !== undefined)) {
      const now = instant(clock());
      await store.transaction([], async (manager) => {
        for (const how of ['redactedAt', 'givenUpAt'] as const)
          await note(manager, ended(how), { [how]: now });
      });
    }
    return ended('redactedAt').length;
  }

  /** @returns undefined where it is to be tried again */
  async #redact({ messageSid, queuedAt, tries }: MessageRedactionRow): Promise<End | undefined> {
    const { redactor, clock, log } = this.#parts;
    try {
      await redactor.redact(messageSid);
    } catch (error) {
      const facts = { err: loggedError(error), message: messageSid, tries };
      if (queuedAt <= instant(later(clock(), -givenUpAfter))) {
        log.error(facts, 'a message that held a secret was not blanked at the provider, and is given up');
        return 'givenUpAt';
      }
      const level = tries > usualTries ? 'warn' : 'info';
      log[level](facts, 'a message that held a secret is not blanked yet and will be tried again');
      return undefined;
    }
    return 'redactedAt';
  }
}

async function note(
  manager: EntityManager,
  rows: readonly MessageRedactionRow[],
  noted: Partial<MessageRedactionRow>,
): Promise<void> {
  const messageSid = In(rows.map((row) => row.messageSid));
  if (rows.length > 0) await manager.update(MessageRedactionRows, { messageSid }, noted);
}
