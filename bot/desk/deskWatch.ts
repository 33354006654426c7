import type { Logger } from 'pino';
import type { Heard } from '../../dialogs/understanding/heard.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { loggedError } from '../../kit/loggedError.ts';
import type { RotatingSecret } from '../../kit/rotatingSecret.ts';
import { Rounds } from '../../kit/rounds.ts';
import { IsNotNull, IsNull, LessThanOrEqual } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant, later, minutes, seconds } from '../../kit/time.ts';
import { DeskWord } from '../../services/contract/desk.ts';
import type { ReachingChannel } from '../turn/conversationReference.ts';
import { addLine } from './deskLines.ts';
import { type DeskLineRow, DeskLineRows } from './deskLinesTable.ts';
import { type HandoffCaseRow, HandoffCaseRows } from './handoffCasesTable.ts';
import { presentAgents, seenLately } from './presence.ts';
import { isSpoken } from './spoken.ts';
import { placeInQueue, Reaches } from './waitingRoom.ts';
import { waitsAgain } from './waitsAgain.ts';

/** What is told by nobody any more is told again after this: longer than a turn whose process has died keeps its place. */
const claimLasts = 5 * seconds;
/** An agent whose page is closed comes back within this, or the next one goes on. */
const goneAfter = 2 * minutes;
/** The pause between two reports to a customer who waits. */
const toldEvery = 3 * minutes;
const mostAtOnce = 100;

type DeskWatchDependencies = {
  store: Store;
  secret: RotatingSecret;
  channels: readonly ReachingChannel<Heard>[];
  clock: Clock;
  log: Logger;
};

/**
 * Lets conversations know what the desk says: each word in a turn of its own, in the order in which the case has them, once,
 * over all processes and whatever dies. It also sees who waits for nobody, and whose agent has gone.
 */
export class DeskWatch {
  readonly #parts: DeskWatchDependencies;
  readonly #reaches: Reaches;
  readonly #rounds: Rounds;

  constructor(parts: DeskWatchDependencies) {
    this.#parts = parts;
    this.#reaches = new Reaches(parts.secret);
    const { log } = parts;
    const trouble = 'what the desk says cannot be told';
    this.#rounds = new Rounds({ work: () => this.#round(), every: 1 * seconds, log, trouble });
  }

  /** Looks now and every second. @returns what ends that */
  start(): () => void {
    return this.#rounds.start();
  }

  /** One look, which takes what is written by now. Never rejects. */
  round(): Promise<void> {
    return this.#rounds.last();
  }

  async #round(): Promise<void> {
    await this.#looksAtAgents();
    await this.#looksAtWaiting();
    await this.#tellsAll();
  }

  /** A case whose agent has gone waits again. */
  async #looksAtAgents(): Promise<void> {
    const { store, clock } = this.#parts;
    const now = clock();
    const gone = await store.read(async (manager) => {
      const held = await manager.find(HandoffCaseRows, {
        select: { id: true, agent: true, comesFirst: true, packet: true },
        where: { agent: IsNotNull(), closedAt: IsNull() },
      });
      if (held.length === 0) return [];
      const agents = [...new Set(held.flatMap(({ agent }) => agent ?? []))];
      const there = await seenLately(manager, agents, now, goneAfter);
      return held.filter(({ agent }) => agent !== null && !there.has(agent));
    });
    for (const row of gone) {
      await store.transaction([], async (manager) => {
        const { id, agent } = row;
        // A caller and an agent go on talking when the agent's page is gone: other agents may take the case, and nobody
        // cuts the call.
        if (isSpoken(row)) await manager.update(HandoffCaseRows, { id, agent: agent ?? '' }, { agent: null });
        else await waitsAgain(manager, row, now);
      });
    }
  }

  /**
   * Tells customers who have waited for long enough how it stands: their place in the queue, or that nobody is there.
   */
  async #looksAtWaiting(): Promise<void> {
    const { store, clock } = this.#parts;
    const now = clock();
    const due = await store.read((manager) =>
      manager.find(HandoffCaseRows, {
        where: { nextLookAt: LessThanOrEqual(instant(now)) },
        order: { nextLookAt: 'ASC' },
        take: mostAtOnce,
      }),
    );
    for (const row of due) await this.#looksAt(row, now);
  }

  #looksAt(row: HandoffCaseRow, now: Date): Promise<void> {
    const { id, waitsSince, nextLookAt, comesFirst } = row;
    return this.#parts.store.transaction([], async (manager) => {
      const isAnyoneThere = (await presentAgents(manager, now)).length > 0;
      const at = instant(now);
      const left = isAnyoneThere
        ? { nextLookAt: instant(later(now, toldEvery)) }
        : { nextLookAt: null, waitsSince: null };
      const asItStood = { id, agent: IsNull(), closedAt: IsNull(), ...(nextLookAt && { nextLookAt }) };
      const { affected } = await manager.update(HandoffCaseRows, asItStood, left);
      if (affected !== 1) return;
      const place = await placeInQueue(manager, { comesFirst, waitsSince: waitsSince ?? at });
      const word = isAnyoneThere
        ? ({ says: 'stillWaiting', case: id, place } as const)
        : ({ says: 'nobodyCame', case: id } as const);
      await addLine(manager, { case: id, from: 'desk', at, word });
    });
  }

  /** The first untold line of each case, then the next ones: a conversation that cannot be reached keeps no other waiting. */
  async #tellsAll(): Promise<void> {
    const { store, clock } = this.#parts;
    const untold = await store.read((manager) =>
      manager.find(DeskLineRows, { where: { nextTryAt: IsNotNull() } }),
    );
    untold.sort((one, other) => one.number - other.number);
    const now = instant(clock());
    const cases = Map.groupBy(untold, (line) => line.case);
    await Promise.all(
      [...cases.values()].map(async (lines) => {
        for (const line of lines) {
          if ((line.nextTryAt ?? now) > now || !(await this.#tells(line))) return;
        }
      }),
    );
  }

  /** @returns whether the next line of its case can be told */
  async #tells({ id, case: caseId, word, nextTryAt }: DeskLineRow): Promise<boolean> {
    const { store, clock, channels, log } = this.#parts;
    const claimed = instant(later(clock(), claimLasts));
    const asItStood = { id, outcome: IsNull(), ...(nextTryAt && { nextTryAt }) };
    const row = await store.transaction([], async (manager) => {
      const { affected } = await manager.update(DeskLineRows, asItStood, { nextTryAt: claimed });
      return affected === 1 ? manager.findOneBy(HandoffCaseRows, { id: caseId }) : null;
    });
    if (!row) return false;
    try {
      const reach = row.reach ? this.#reaches.open(row.reach, caseId) : undefined;
      const channel = reach && channels.find((one) => one.reaches(reach.reference.channelId));
      if (!reach || !channel) throw new UnfreezeError('conversationUnknown', 'no way to a conversation');
      const said = DeskWord.parse(JSON.parse(word ?? 'null'));
      await channel.tells(reach.reference, `desk|${id}`, { what: 'deskWord', word: said }, reach.phone);
      await this.#ends(id, 'told');
      return true;
    } catch (error) {
      if (error instanceof UnfreezeError && error.code === 'conversationUnknown') {
        await this.#ends(id, 'lost');
        return true;
      }
      log.warn(
        { err: loggedError(error), case: caseId },
        'a conversation could not be told what the desk says',
      );
      return false;
    }
  }

  #ends(id: string, outcome: 'told' | 'lost'): Promise<unknown> {
    return this.#parts.store.transaction([], (manager) =>
      manager.update(DeskLineRows, { id }, { outcome, nextTryAt: null }),
    );
  }
}
