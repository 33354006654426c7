import { plainSql } from '../../kit/store/plainSql.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant, later } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import { CardLookup, type Known } from '../cardSystem/cardLookup.ts';
import type { CardSystem } from '../cardSystem/cardSystem.ts';
import { type CardReference, LastFour } from '../contract/card.ts';
import { PhoneNumber } from '../contract/cardSearch.ts';
import { CaseId } from '../contract/handoff.ts';
import type {
  CardFile,
  CardsFound,
  CasesOfPeople,
  LockSeen,
  NoticeSeen,
  TrailEntry,
} from '../contract/operatorFigures.ts';
import type { Resending } from '../notifications/resending.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { FreezeNoticeRows } from '../tables/freezeNotice.ts';
import type { Throttling } from '../throttling/throttling.ts';
import { CardsElsewhere } from './cardsElsewhere.ts';
import { cardLookedBack, soughtIn } from './trail.ts';

type CardFilesDependencies = {
  store: Store;
  fields: FieldSealing;
  throttling: Throttling;
  cardSystem: CardSystem;
  /** Undefined where the cards stand in the bank's own card system. */
  embedded: object | undefined;
  audit: Audit;
  clock: Clock;
  resending: Resending;
  /** Undefined where the bot's half is elsewhere. */
  casesOfPeople: CasesOfPeople | undefined;
};

/** So many are shown of what was found; who means more says more. */
const mostFound = 20;
const mostEntries = 60;

/** Finds cards for the operator, and shows what may be known of one; each look at a card stands in the trail. */
export class CardFiles {
  readonly #parts: CardFilesDependencies;
  readonly #lookup: CardLookup | CardsElsewhere;

  constructor(parts: CardFilesDependencies) {
    this.#parts = parts;
    this.#lookup = parts.embedded ? new CardLookup(parts) : new CardsElsewhere(parts);
  }

  /** Finds cards by their last four digits, a telephone number, both with a comma between them, a case, or a reference. */
  async find(what: string): Promise<CardsFound> {
    const references = await this.#referencesOf(what);
    const cards =
      references === undefined
        ? await this.#lookup.find(knownFrom(what), mostFound + 1)
        : (await Promise.all(references.map((one) => this.#lookup.show(one)))).filter(
            (one) => one !== undefined,
          );
    const rows = cards.map(({ card, last4, status, freezeReasons, remoteUnfreezingLockedUntil }) => ({
      ...{ card, last4, status, freezeReasons },
      lockedUntil: remoteUnfreezingLockedUntil,
    }));
    return { cards: rows.slice(0, mostFound), isAll: rows.length <= mostFound };
  }

  /** Every card with these last four digits. */
  withLastFour(lastFour: LastFour): Promise<CardReference[]> {
    return this.#lookup.referencesWith(lastFour);
  }

  /** @param who looks at it @returns undefined where there is no such card */
  async show(card: CardReference, who: string): Promise<CardFile | undefined> {
    const { store, audit, clock, resending } = this.#parts;
    const shown = await this.#lookup.show(card);
    if (!shown) return undefined;
    await store.transaction([], (manager) => audit.write(manager, clock(), 'cardShown', { card, who }));
    const entries = await this.#entriesOf(card);
    const until = shown.remoteUnfreezingLockedUntil;
    return {
      card,
      last4: shown.last4,
      status: shown.status,
      freezes: Object.entries(shown.frozenSince).map(([reason, since]) => ({ reason, since: since ?? null })),
      lock: until === null ? null : await this.#lock(entries, until, shown.failedAttempts),
      customer: shown.customer,
      language: shown.language,
      otherCards: shown.otherCards,
      messages: await resending.messagesOf(shown),
      notices: await this.#noticesOf(card),
      isElsewhere: this.#parts.embedded === undefined,
      cases: await this.#openCasesOf(entries),
      entries,
    };
  }

  /** Of which freezes the card system has told, and whether the owner was told. */
  async #noticesOf(card: CardReference): Promise<NoticeSeen[]> {
    const rows = await this.#parts.store.read((manager) =>
      manager.find(FreezeNoticeRows, { where: { card }, order: { heardAt: 'DESC' }, take: mostFound }),
    );
    return rows.map(({ reason, frozenAt, heardAt, settledAt, toldAt }) => ({
      ...{ reason, frozenAt, heardAt, toldAt },
      isOpen: settledAt === null,
    }));
  }

  async #entriesOf(card: CardReference): Promise<TrailEntry[]> {
    const { store, clock } = this.#parts;
    const since = instant(later(clock(), -cardLookedBack));
    const matches = (entry: TrailEntry) => entry.card === card;
    return (await soughtIn((work) => store.read(work), { since, most: mostEntries, matches })).entries;
  }

  /** Of the cases that the trail names for the card those that are open. */
  async #openCasesOf(entries: readonly TrailEntry[]): Promise<CaseId[]> {
    const { casesOfPeople } = this.#parts;
    if (!casesOfPeople) return [];
    const named = entries.filter(({ action }) => action === 'handedOver').map(({ details }) => details.case);
    const ids = [...new Set(named)].flatMap((id) => CaseId.safeParse(id).data ?? []);
    const open = await Promise.all(ids.map((id) => casesOfPeople.isOpen(id)));
    return ids.filter((_, place) => open[place]);
  }

  /** The lock of now, by what the trail says of it: the requests that failed name their channels. */
  async #lock(entries: readonly TrailEntry[], until: string, tries: number): Promise<LockSeen> {
    const begun = entries.find(({ action }) => action === 'remoteUnfreezingLocked');
    const requests = entries
      .filter(({ action }) => action === 'authenticationFailed')
      .map(({ details }) => String(details.request));
    const rule = begun?.details.rule;
    return {
      since: begun?.at ?? null,
      until,
      rule: typeof rule === 'string' ? rule : null,
      channels: await this.#channelsOf(requests),
      tries,
    };
  }

  async #channelsOf(requests: readonly string[]): Promise<string[]> {
    if (requests.length === 0) return [];
    const places = requests.map(() => '?').join(', ');
    const statement = `SELECT DISTINCT channel FROM authentication_requests WHERE id IN (${places}) ORDER BY channel`;
    const rows = await this.#parts.store.read((manager) =>
      plainSql<{ channel: string }>(manager, statement, requests),
    );
    return rows.map(({ channel }) => channel);
  }

  /** The cards of a case of a person, or of a telephone with the last four digits; undefined where something else is sought. */
  async #referencesOf(what: string): Promise<CardReference[] | undefined> {
    const [, phone, lastFour] = /^(\+[\d\s()-]+),\s*(\d{4})$/.exec(what) ?? [];
    if (phone && lastFour) return this.#parts.cardSystem.ofPhone(phone.replace(/[\s()-]/g, ''), lastFour);
    const id = CaseId.safeParse(what.toUpperCase());
    if (!id.success) return /^card_/.test(what) ? [what] : undefined;
    const { store, clock } = this.#parts;
    const since = instant(later(clock(), -cardLookedBack));
    const matches = ({ card }: TrailEntry, details: { case?: unknown }) =>
      card !== null && details.case === id.data;
    const { entries } = await soughtIn((work) => store.read(work), { since, most: mostFound, matches });
    return [...new Set(entries.flatMap(({ card }) => card ?? []))];
  }
}

function knownFrom(what: string): Known {
  const lastFour = LastFour.safeParse(what);
  if (lastFour.success) return { lastFour: lastFour.data };
  const phone = PhoneNumber.safeParse(what.replace(/[\s()-]/g, ''));
  return phone.success ? { phone: phone.data } : { customer: what };
}
