import { parse } from '../../kit/parse.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import { type EntityManager, IsNull, MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, hours, instant, later } from '../../kit/time.ts';
import type { CardSystem, FoundCard } from '../cardSystem/cardSystem.ts';
import type { SaidReasons } from '../cardSystem/saidReasons.ts';
import { FreezeNotice, type FreezeNoticeAnswer } from '../contract/freezeNotice.ts';
import { type FreezeReason, isOwnerTold } from '../contract/freezeReason.ts';
import { type Customer, Customers } from '../tables/customer.ts';
import { type FreezeNoticeRow, FreezingsPlaces, FreezeNoticeRows as Rows } from '../tables/freezeNotice.ts';
import { locks } from '../tables/locks.ts';
import { RequestedFreezingRows } from '../tables/requestedFreezing.ts';
import type { NoticeRules } from './noticeRules.ts';
import { queueNotice } from './outbox.ts';
import type { OwnMessages } from './ownMessages.ts';

type FreezeNoticesDependencies = {
  store: Store;
  cardSystem: Pick<CardSystem, 'referenceNamed' | 'find' | 'addressee' | 'freezingsAfter'>;
  saidReasons: SaidReasons;
  noticeRules: NoticeRules;
  ownMessages: OwnMessages;
  /** Whether a customer can lift freezes for these reasons here. */
  isRemote: (reasons: readonly FreezeReason[]) => boolean;
  /** Whether the card system is asked what it has frozen. */
  asks: boolean;
  clock: Clock;
};

/** After this time the notice is not sent any more. */
const toldWithin = 24 * hours;
/** Two freezes of a card within this time give one message. */
const oneMessageIn = 1 * hours;
const placeId = 'cardSystem';
const rows = new PreparedTable(Rows);

/**
 * The bank speaks first: an owner whose card the card system has frozen gets one message, which card it is and what to do.
 * What was heard of is kept before it is answered, and settled in the transaction that queues the message.
 */
export class FreezeNotices {
  readonly #parts: FreezeNoticesDependencies;

  constructor(parts: FreezeNoticesDependencies) {
    this.#parts = parts;
  }

  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  async note(notice: FreezeNotice): Promise<FreezeNoticeAnswer> {
    const row = this.#rowOf(parse(FreezeNotice, notice));
    await this.#parts.store.transaction([], (manager) => rows.insertNew(manager, row));
    return { noted: true };
  }

  /** Asks the card system what is new, where it is asked, and tells the owners. To be called every minute. */
  async settle(): Promise<void> {
    const { store, asks } = this.#parts;
    if (asks) await this.#asks();
    const open = await store.read((manager) =>
      manager.find(Rows, { where: { settledAt: IsNull() }, order: { heardAt: 'ASC', id: 'ASC' } }),
    );
    for (const one of open) await this.#settle(one);
  }

  /** What it has frozen and from where to ask next are kept together: none is passed over, and none is taken twice. */
  async #asks(): Promise<void> {
    const { store, cardSystem } = this.#parts;
    for (let isMore = true; isMore; ) {
      const place = await store.read((manager) => manager.findOneBy(FreezingsPlaces, { id: placeId }));
      const heard = await cardSystem.freezingsAfter(place?.after);
      if (!heard) return;
      // What was frozen before it was asked the first time is nobody's news.
      const fresh = place ? heard.freezings : [];
      await store.transaction([], async (manager) => {
        for (const one of fresh) await rows.ensure(manager, this.#rowOf(one));
        await manager.upsert(FreezingsPlaces, { id: placeId, after: heard.next }, ['id']);
      });
      isMore = fresh.length > 0 && heard.next !== place?.after;
    }
  }

  async #settle(notice: FreezeNoticeRow): Promise<void> {
    const { store, cardSystem, clock } = this.#parts;
    const isNews = notice.heardAt > instant(later(clock(), -toldWithin));
    const found = isNews && isOwnerTold(notice.reason) ? await cardSystem.find(notice.card) : undefined;
    const tells = found !== undefined && this.#tells(notice, found);
    const addressee = tells ? await cardSystem.addressee(notice.card) : undefined;
    await store.transaction([locks.card(notice.card)], async (manager) => {
      const owner = tells ? await this.#ownerToTell(manager, notice, { found, addressee }) : undefined;
      if (owner === 'later') return;
      const at = instant(clock());
      const settled = { settledAt: at, ...(owner && { toldAt: at }) };
      const { affected } = await manager.update(Rows, { id: notice.id, settledAt: IsNull() }, settled);
      if (affected !== 1 || !owner || !found) return;
      if (addressee) await manager.upsert(Customers, addressee, ['id']);
      await this.#queues(manager, notice, { found, owner });
    });
  }

  async #queues(
    manager: EntityManager,
    { frozenAt }: FreezeNoticeRow,
    { found, owner }: { found: FoundCard; owner: Customer },
  ): Promise<void> {
    const { noticeRules, ownMessages, isRemote, clock } = this.#parts;
    const kind = isRemote(found.card.freezes) ? 'freezeNoticed' : 'freezeNoticedForStaff';
    const promised = { ...found, at: clock(), happenedAt: new Date(frozenAt), ownMessages };
    await queueNotice(manager, promised, { kind, notBefore: noticeRules.quietUntil(owner, clock()) });
  }

  /** Nothing of a card that is not frozen so any more, nor of one that a court or the fraud staff have frozen too. */
  #tells({ reason }: FreezeNoticeRow, { card: { status, freezes } }: FoundCard): boolean {
    return status === 'frozen' && freezes.includes(reason) && freezes.every(isOwnerTold);
  }

  /** `later` where there is no room for a message now; undefined where none is to go out. */
  async #ownerToTell(
    manager: EntityManager,
    { card, reason }: FreezeNoticeRow,
    { found, addressee }: { found: FoundCard; addressee: Customer | undefined },
  ): Promise<Customer | 'later' | undefined> {
    const { noticeRules, clock } = this.#parts;
    const lately = MoreThan(instant(later(clock(), -oneMessageIn)));
    if (await manager.existsBy(Rows, { card, toldAt: lately })) return undefined;
    // What a customer has just asked for here they were told with that.
    const asked = reason === 'customerRequest' && { card, requestedAt: lately };
    if (asked && (await manager.existsBy(RequestedFreezingRows, asked))) return undefined;
    const owner = addressee ?? (await manager.findOneBy(Customers, { id: found.reserved.customerId }));
    if (!owner || !(await noticeRules.mayReach(manager, owner))) return undefined;
    return (await noticeRules.hasRoom(manager)) ? owner : 'later';
  }

  #rowOf({ id, cardNumber, reason, frozenAt }: FreezeNotice): FreezeNoticeRow {
    const { cardSystem, saidReasons, clock } = this.#parts;
    return {
      id,
      card: cardSystem.referenceNamed(cardNumber),
      reason: saidReasons.read(reason),
      frozenAt: instant(new Date(frozenAt)),
      heardAt: instant(clock()),
      settledAt: null,
      toldAt: null,
    };
  }
}
