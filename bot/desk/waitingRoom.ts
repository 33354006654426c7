import type { Persons, WaitingForPerson, Whereabouts } from '../../dialogs/state/persons.ts';
import { ClosedText } from '../../kit/closedText.ts';
import { derivedFrom, type RotatingSecret } from '../../kit/rotatingSecret.ts';
import { type EntityManager, IsNotNull, IsNull } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type UnitOfWork, writeWith } from '../../kit/store/unitOfWork.ts';
import { type Clock, type Instant, instant, later, seconds } from '../../kit/time.ts';
import type { NamedCard } from '../../services/contract/card.ts';
import type { AuthenticationEnd } from '../../services/contract/desk.ts';
import type { CaseId } from '../../services/contract/handoff.ts';
import { HandoffPacket } from '../../services/contract/handoffPacket.ts';
import { type ConversationReference, conversationReference } from '../turn/conversationReference.ts';
import { addLine } from './deskLines.ts';
import { type HandoffCaseRow, HandoffCaseRows } from './handoffCasesTable.ts';
import type { HandoffQueue, Here } from './handoffQueue.ts';
import { presentAgents } from './presence.ts';

/** So long a customer waits before they are told how it stands. */
export const patience = 30 * seconds;
const mostCards = 8;

type WaitingRoomDependencies = {
  store: Store;
  queue: HandoffQueue;
  /** The ids of the channels in whose conversations an agent's words can arrive. */
  reachable: ReadonlySet<string>;
  secret: RotatingSecret;
  /** Takes secrets and numbers out once more, of what is kept for longer than a conversation. */
  masked: (text: string) => string;
  clock: Clock;
};

/** How a conversation is reached again, and the number of its telephone, as only this bot reads it. */
export class Reaches {
  readonly #closed: ClosedText;

  constructor(secret: RotatingSecret) {
    this.#closed = new ClosedText(derivedFrom(secret, 'conversations with people'));
  }

  close(reach: Reach, id: CaseId): string {
    return this.#closed.close(reach, id);
  }

  open(closed: string, id: CaseId): Reach {
    return this.#closed.open(closed, id) as Reach;
  }
}

/** `phone` where the channel gives one: what is written goes there. */
export type Reach = { reference: ConversationReference; phone?: string | undefined };

/** Customers who wait in their conversation for an agent, and what they say meanwhile. */
export class WaitingRoom implements Persons {
  readonly #parts: WaitingRoomDependencies;
  readonly #reaches: Reaches;

  constructor(parts: WaitingRoomDependencies) {
    this.#parts = parts;
    this.#reaches = new Reaches(parts.secret);
  }

  opens(
    packet: HandoffPacket,
    { activity, phone, from, isHour, work }: Whereabouts,
  ): Promise<WaitingForPerson> {
    const { queue, reachable } = this.#parts;
    if (packet.optedOut || !reachable.has(activity.channelId)) return queue.enter(packet, { work, from });
    const reach = { reference: conversationReference(activity), ...(phone !== undefined && { phone }) };
    return queue.enter(packet, { work, from, here: this.#here(reach, isHour) });
  }

  async hears(
    id: CaseId,
    { text, cards }: { text: string; cards: readonly NamedCard[] },
    work: UnitOfWork | undefined,
  ): Promise<boolean> {
    const { store, clock, masked } = this.#parts;
    const isOpen = await store.read((manager) =>
      manager.existsBy(HandoffCaseRows, { id, closedAt: IsNull() }),
    );
    if (!isOpen) return false;
    const at = instant(clock());
    await writeWith(work, store, async (manager) => {
      if (cards.length > 0) await addCards(manager, id, cards);
      if (text !== '') await addLine(manager, { case: id, from: 'customer', text: masked(text), at });
    });
    return true;
  }

  async authenticated(id: CaseId, how: AuthenticationEnd, work: UnitOfWork | undefined): Promise<void> {
    const { store, clock } = this.#parts;
    const at = instant(clock());
    await writeWith(work, store, (manager) => addLine(manager, { case: id, from: 'desk', text: how, at }));
  }

  async leaves(id: CaseId, { callBack }: { callBack: boolean }, work: UnitOfWork | undefined): Promise<void> {
    const { store, clock } = this.#parts;
    const at = instant(clock());
    await writeWith(work, store, async (manager) => {
      const row = await manager.findOneBy(HandoffCaseRows, { id, closedAt: IsNull() });
      if (!row) return;
      const packet = { ...HandoffPacket.parse(JSON.parse(row.packet)), ...(callBack && { callBack }) };
      const left = { waitsSince: null, nextLookAt: null, packet: JSON.stringify(packet) };
      await manager.update(HandoffCaseRows, { id }, left);
      await addLine(manager, { case: id, from: 'desk', text: callBack ? 'callBack' : 'backToBot', at });
    });
  }

  #here(reach: Reach, isHour: boolean): Here {
    const { clock } = this.#parts;
    return {
      place: async (manager, entering, before) => {
        if (before?.agent) return 0;
        const comes = isHour || (await presentAgents(manager, clock())).length > 0;
        return comes ? placeInQueue(manager, entering) : undefined;
      },
      row: (id, { place, waitsSince, before }) => ({
        reach: this.#reaches.close(reach, id),
        waitsSince: place === 0 ? null : waitsSince,
        nextLookAt: place === 0 ? null : (before?.nextLookAt ?? instant(later(clock(), patience))),
      }),
    };
  }
}

/** The place in the queue of somebody who waits, or begins to. */
export async function placeInQueue(
  manager: EntityManager,
  { comesFirst, waitsSince }: Pick<HandoffCaseRow, 'comesFirst'> & { waitsSince: Instant },
): Promise<number> {
  const waits = { closedAt: IsNull(), agent: IsNull(), setAsideAt: IsNull(), waitsSince: IsNotNull() };
  const select = { id: true, comesFirst: true, waitsSince: true } as const;
  const others = await manager.find(HandoffCaseRows, { select, where: waits });
  const isBefore = (one: Pick<HandoffCaseRow, 'comesFirst' | 'waitsSince'>) =>
    one.comesFirst > comesFirst ||
    (one.comesFirst === comesFirst && one.waitsSince !== null && one.waitsSince < waitsSince);
  return 1 + others.filter(isBefore).length;
}

async function addCards(manager: EntityManager, id: CaseId, named: readonly NamedCard[]): Promise<void> {
  const row = await manager.findOneByOrFail(HandoffCaseRows, { id });
  const packet = HandoffPacket.parse(JSON.parse(row.packet));
  const others = packet.cards.filter(({ card }) => named.every((one) => one.card !== card));
  const cards = [...others, ...named].slice(-mostCards);
  const changed = { ...packet, cards, lastFour: cards.at(-1)?.lastFour ?? packet.lastFour };
  await manager.update(HandoffCaseRows, { id }, { packet: JSON.stringify(changed) });
}
