import { randomInt } from 'node:crypto';
import { type HandoffDesk, HandoffPacket } from '../../dialogs/state/handoffDesk.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { type EntityManager, IsNull } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type UnitOfWork, writeWith } from '../../kit/store/unitOfWork.ts';
import { type Clock, type Instant, instant } from '../../kit/time.ts';
import type { CaseId } from '../../services/contract/handoff.ts';
import { HandoffCaseRows } from './handoffCasesTable.ts';

/** A case as an operator sees it. */
export type HandoffCase = { case: CaseId; openedAt: Instant } & HandoffPacket;

/** Letters that no one takes for a digit. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const mostTries = 20;

/** The built-in desk: a queue in the database that an operator lists with `npx thawline cases list`. */
export class HandoffQueue implements HandoffDesk {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: (below: number) => number;

  constructor({
    store,
    clock,
    random = randomInt,
  }: { store: Store; clock: Clock; random?: (below: number) => number }) {
    this.#store = store;
    this.#clock = clock;
    this.#random = random;
  }

  async open(packet: HandoffPacket, work?: UnitOfWork): Promise<CaseId> {
    const { conversation } = packet;
    const written = JSON.stringify(packet);
    const openedAt = instant(this.#clock());
    const { id, isOpen } = await this.#store.read(async (manager) => {
      const waiting = await manager.findOneBy(HandoffCaseRows, { conversation, closedAt: IsNull() });
      return waiting ? { id: waiting.id, isOpen: true } : { id: await this.#freeId(manager), isOpen: false };
    });
    await writeWith(work, this.#store, (manager) =>
      isOpen
        ? manager.update(HandoffCaseRows, { id }, { packet: written })
        : manager.insert(HandoffCaseRows, { id, conversation, packet: written, openedAt, closedAt: null }),
    );
    return id;
  }

  /** The cases that wait, oldest first. */
  async list(): Promise<HandoffCase[]> {
    const rows = await this.#store.read((manager) =>
      manager.find(HandoffCaseRows, { where: { closedAt: IsNull() }, order: { openedAt: 'ASC', id: 'ASC' } }),
    );
    return rows.map(({ id, openedAt, packet }) => ({
      case: id,
      openedAt,
      ...HandoffPacket.parse(JSON.parse(packet)),
    }));
  }

  /** @returns false where no such case waits */
  async close(id: CaseId): Promise<boolean> {
    return this.#store.transaction([], async (manager) => {
      const closedAt = instant(this.#clock());
      const { affected } = await manager.update(HandoffCaseRows, { id, closedAt: IsNull() }, { closedAt });
      return affected === 1;
    });
  }

  async #freeId(manager: EntityManager): Promise<CaseId> {
    for (let tries = 0; tries < mostTries; tries++) {
      const id = `${letters[this.#random(letters.length)]}-${1000 + this.#random(9000)}`;
      if (!(await manager.existsBy(HandoffCaseRows, { id }))) return id;
    }
    throw new UnfreezeError('storeUnavailable', 'no free number for a case was found: close some');
  }
}
