import type { Logger } from 'pino';
import { loggedError } from '../../../../kit/loggedError.ts';
import { lock } from '../../../../kit/store/lock.ts';
import { type EntityManager, In, IsNotNull, IsNull, LessThanOrEqual } from '../../../../kit/store/query.ts';
import type { Store } from '../../../../kit/store/store.ts';
import { type Clock, hours, instant, later, seconds } from '../../../../kit/time.ts';
import { type MessageRedactionRow, MessageRedactionRows } from './messageTables.ts';
import type { Redactor } from './redactor.ts';

type RedactionsDependencies = { store: Store; clock: Clock; log: Logger; redactor: Redactor };

/** The messages that are blanked at the same time. */
const atOnce = 20;
/** The pause before the first try, since the provider refuses to blank a message that it is still working on. */
const firstWait = 5 * seconds;
const usualTries = 3;
const longestWait = 1 * hours;
const givenUpAfter = 24 * hours;

/** The column for the end of the tries. */
type End = 'redactedAt' | 'givenUpAt';

/** Messages with a secret that are not blanked yet, or that were given up. */
export type Unredacted = { waiting: number; givenUp: number };

/**
 * Blanks messages at the provider. Before each try a process claims the message by setting the time of the next try, so
 * that other processes leave it alone, and so that it is tried again if this process dies; blanking twice does no harm.
 * After a day without success it is given up with an error in the log, because somebody must look into it.
 */
export class Redactions {
  readonly #parts: RedactionsDependencies;

  constructor(parts: RedactionsDependencies) {
    this.#parts = parts;
  }

  /** Blanks all messages that are due. @returns how many were blanked */
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

  /** Blanks these messages and stores all results together; if that is lost, they are blanked once more. */
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

  /** @returns undefined where it must be tried again */
  async #redact({ messageSid, queuedAt, tries }: MessageRedactionRow): Promise<End | undefined> {
    const { redactor, clock, log } = this.#parts;
    try {
      await redactor.redact(messageSid);
    } catch (error) {
      const facts = { err: loggedError(error), message: messageSid, tries };
      if (queuedAt <= instant(later(clock(), -givenUpAfter))) {
        log.error(
          facts,
          'a message that held a secret could not be blanked at the provider, and is given up',
        );
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
