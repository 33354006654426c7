import { createHmac, randomInt } from 'node:crypto';
import type { HandoffDesk } from '../../dialogs/state/handoffDesk.ts';
import type { WaitingForPerson } from '../../dialogs/state/persons.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { networksOf } from '../../kit/networks.ts';
import { derivedFrom, newestOf, type RotatingSecret } from '../../kit/rotatingSecret.ts';
import { type EntityManager, IsNull, MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type UnitOfWork, writeWith } from '../../kit/store/unitOfWork.ts';
import { type Clock, hours, type Instant, instant, later } from '../../kit/time.ts';
import type { ByHand } from '../../services/contract/byHand.ts';
import type { CaseId, HandoffReason } from '../../services/contract/handoff.ts';
import { HandoffPacket } from '../../services/contract/handoffPacket.ts';
import { tellClosed } from './deskLines.ts';
import { type HandoffCaseRow, HandoffCaseRows } from './handoffCasesTable.ts';
import { noteOperatorAct } from './operatorActs.ts';

/** A case as an operator sees it. `origin` is the same for cases from the same network or telephone, and names neither. */
export type HandoffCase = { case: CaseId; openedAt: Instant; origin: string | null } & HandoffPacket;

/** The reasons that are called first and that no ceiling keeps away: the card may be in somebody else's hands. */
const firstOfAll: readonly HandoffReason[] = ['unfreezingDisowned', 'receiptUnreached'];
/** So many of one origin stand on the list in a day; one person has not more to say. */
const mostInADay = 5;
const day = 24 * hours;

/** What is known of a case before it is written. */
type Entered = { place: number; waitsSince: Instant; before: HandoffCaseRow | null };

/** The part of the bot that lets customers wait in their own conversation. */
export type Here = {
  /** @returns undefined where nobody would come */
  place(
    manager: EntityManager,
    entering: Pick<HandoffCaseRow, 'comesFirst'> & { waitsSince: Instant },
    before: HandoffCaseRow | null,
  ): Promise<number | undefined>;
  row(id: CaseId, entered: Entered): Partial<HandoffCaseRow>;
};

type Entering = { work?: UnitOfWork | undefined; from?: string | undefined; here?: Here };

/** Letters that no one takes for a digit. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const mostTries = 20;

/** The built-in desk: a queue in the database that an operator lists with `npx thawline cases list`. */
export class HandoffQueue implements HandoffDesk {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: (below: number) => number;
  readonly #keys: RotatingSecret | undefined;

  /** @param parts `secret` is what pseudonyms of origins are made from: whoever only lists and closes needs none */
  constructor({
    store,
    clock,
    random = randomInt,
    secret,
  }: { store: Store; clock: Clock; random?: (below: number) => number; secret?: RotatingSecret }) {
    this.#keys = secret && derivedFrom(secret, 'origins of cases');
    this.#store = store;
    this.#clock = clock;
    this.#random = random;
  }

  async open(packet: HandoffPacket, work?: UnitOfWork, from?: string): Promise<CaseId> {
    return (await this.enter(packet, { work, from })).caseId;
  }

  /**
   * A case past the ceiling of its origin is set aside: the customer has its number, and the list stays the others'.
   * @returns the place in the queue too, where the customer can wait `here`
   */
  async enter(packet: HandoffPacket, { work, from, here }: Entering): Promise<WaitingForPerson> {
    const { conversation } = packet;
    const now = instant(this.#clock());
    const origin = this.#originOf(from);
    const comesFirst = isFirst(packet) ? 1 : 0;
    const entered = await this.#store.read(async (manager) => {
      const before = await manager.findOneBy(HandoffCaseRows, { conversation, closedAt: IsNull() });
      const isAside = await this.#isAside(manager, packet, before ?? { origin, isNew: true });
      const waitsSince = before?.waitsSince ?? now;
      const canWait = here !== undefined && !isAside;
      const place = canWait ? await here.place(manager, { comesFirst, waitsSince }, before) : undefined;
      return { before, caseId: before?.id ?? (await this.#freeId(manager)), isAside, waitsSince, place };
    });
    const { before, caseId, isAside, waitsSince, place } = entered;
    const row = {
      ...{ packet: JSON.stringify(packet), setAsideAt: isAside ? now : null, comesFirst },
      ...(here && place !== undefined && here.row(caseId, { place, waitsSince, before })),
    };
    await writeWith(work, this.#store, (manager) =>
      before
        ? manager.update(HandoffCaseRows, { id: caseId }, row)
        : manager.insert(HandoffCaseRows, {
            ...{ id: caseId, conversation, ...row },
            ...{ openedAt: now, closedAt: null, origin },
          }),
    );
    return { caseId, place };
  }

  /** The cases that wait: first those of disowned and unheard unfreezings, each of them oldest first. */
  async list({ setAside = false }: { setAside?: boolean } = {}): Promise<HandoffCase[]> {
    return this.#store.read((manager) => casesIn(manager, setAside));
  }

  /**
   * The queue for a person to read. Each reading is noted for the audit trail, and what cannot be noted is not shown.
   */
  listFor(by: ByHand, { setAside = false }: { setAside?: boolean } = {}): Promise<HandoffCase[]> {
    return this.#store.transaction([], async (manager) => {
      const cases = await casesIn(manager, setAside);
      const at = instant(this.#clock());
      await noteOperatorAct(manager, { did: 'casesRead', cases: cases.length, at, ...by });
      return cases;
    });
  }

  isOpen(id: CaseId): Promise<boolean> {
    return this.#store.read((manager) => manager.existsBy(HandoffCaseRows, { id, closedAt: IsNull() }));
  }

  /** @param by who does, for the audit trail @returns false where no such case waits */
  async close(id: CaseId, by?: ByHand): Promise<boolean> {
    return this.#store.transaction([], async (manager) => {
      const closedAt = instant(this.#clock());
      const { affected } = await manager.update(HandoffCaseRows, { id, closedAt: IsNull() }, { closedAt });
      if (affected !== 1) return false;
      await tellClosed(manager, id, closedAt);
      if (by) await noteOperatorAct(manager, { did: 'caseClosed', case: id, at: closedAt, ...by });
      return true;
    });
  }

  async #isAside(
    manager: EntityManager,
    packet: HandoffPacket,
    row: HandoffCaseRow | { origin: string | null; isNew: true },
  ): Promise<boolean> {
    if (isFirst(packet)) return false;
    if (!('isNew' in row)) return row.setAsideAt !== null;
    const { origin } = row;
    if (origin === null) return false;
    const openedAt = MoreThan(instant(later(this.#clock(), -day)));
    return (await manager.countBy(HandoffCaseRows, { origin, openedAt })) >= mostInADay;
  }

  #originOf(from: string | undefined): string | null {
    if (from === undefined || this.#keys === undefined) return null;
    const [narrowest] = networksOf(from);
    const counted = narrowest?.network ?? from;
    return createHmac('sha256', newestOf(this.#keys)).update(counted).digest('base64url').slice(0, 8);
  }

  async #freeId(manager: EntityManager): Promise<CaseId> {
    for (let tries = 0; tries < mostTries; tries++) {
      const id = `${letters[this.#random(letters.length)]}-${1000 + this.#random(9000)}`;
      if (!(await manager.existsBy(HandoffCaseRows, { id }))) return id;
    }
    throw new UnfreezeError('storeUnavailable', 'no free number for a case was found: close some');
  }
}

async function casesIn(manager: EntityManager, setAside: boolean): Promise<HandoffCase[]> {
  const order = { openedAt: 'ASC', id: 'ASC' } as const;
  const rows = await manager.find(HandoffCaseRows, { where: { closedAt: IsNull() }, order });
  const cases = rows
    .filter(({ setAsideAt }) => (setAsideAt !== null) === setAside)
    .map(({ id, openedAt, origin, packet }) => ({
      case: id,
      openedAt,
      origin,
      ...HandoffPacket.parse(JSON.parse(packet)),
    }));
  return [...cases.filter(isFirst), ...cases.filter((one) => !isFirst(one))];
}

function isFirst({ reason }: Pick<HandoffPacket, 'reason'>): boolean {
  return firstOfAll.includes(reason);
}
