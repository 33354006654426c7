import { join } from 'node:path';
import { type EntityManager, MoreThan } from 'typeorm';
import { UnfreezeError } from '../../kit/errors.ts';
import { openStore } from '../../kit/store/openStore.ts';
import type { Store } from '../../kit/store/store.ts';
import { later } from '../../kit/time.ts';
import { type Bank, createBank } from '../../services/bank.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { CardOperations } from '../../services/cardSystem/cardOperations.ts';
import type { CardReference } from '../../services/contract/card.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { AuditEntries, AuditTail } from '../../services/tables/auditEntry.ts';
import { type Card, Cards } from '../../services/tables/card.ts';
import { FailedAttempts } from '../../services/tables/failedAttempt.ts';
import { locks } from '../../services/tables/locks.ts';
import { Outbox } from '../../services/tables/outboxMessage.ts';
import { anOperator } from '../services/anOperator.ts';
import { firstBadEntry } from '../services/audit/firstBadEntry.ts';

/** What the bank's database tells of one card since the page was opened. */
export type Account = {
  status: string;
  /** Audit entries of this card. */
  unfreezings: number;
  failures: number;
  /** Receipts to its customer. */
  receipts: number;
  /** Failures that count towards a lock now, of the card and of its customer. */
  counted: number[];
  /** Wrong transaction passwords by the card system's own count. */
  passwordErrors: number;
};

/** Where the books stood when the page was opened. */
type Page = { entry: number; before: Map<string, Totals> };
type Totals = Pick<Account, 'receipts' | 'passwordErrors'>;

/** The bank's database, read as its own code reads it, and changed as its operator changes it. */
export class Books {
  readonly #bank: Bank;
  readonly #store: Store;
  readonly #operations: CardOperations;
  #page: Page = { entry: 0, before: new Map() };

  private constructor(bank: Bank, store: Store, operations: CardOperations) {
    this.#bank = bank;
    this.#store = store;
    this.#operations = operations;
  }

  /** @param folder where the bank's side keeps its keys @param clockAhead how far its clock is ahead */
  static async opened(folder: string, databaseUrl: string, clockAhead: () => number): Promise<Books> {
    const clock = () => later(new Date(), clockAhead());
    const keyRing = KeyRing.open(join(folder, 'data/keys.json'), { clock, production: false });
    const store = await openStore(databaseUrl, [bankSchema]);
    const bank = createBank({ store, keyRing, clock });
    return new Books(bank, store, new CardOperations({ ...bank, store, clock }));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async card(number: string): Promise<CardReference> {
    return (await this.#bank.customerService.nameCard(number)).card;
  }

  /** Freezes every card and lifts every lock, so that all begins anew, and opens a new page. */
  async openPage(cards: readonly CardReference[]): Promise<void> {
    for (const card of cards) {
      await untilItIsWritten(() => this.#operations.release(card, anOperator));
      await untilItIsWritten(() => this.#operations.freeze(card, 'customerRequest', anOperator));
    }
    await this.#bank.chaining.chain();
    this.#page = await this.#store.read(async (manager) => {
      const before = new Map<string, Totals>();
      for (const card of cards) before.set(card, await totals(manager, await row(manager, card)));
      return { entry: (await this.#bank.audit.head(manager)).number, before };
    });
  }

  /** Where it is locked, and so after whatever a process that has died had begun. */
  async account(card: CardReference): Promise<Account> {
    return this.#store.transaction([locks.card(card), locks.auditTrail], async (manager) => {
      const { customerId, status, ...found } = await row(manager, card);
      const now = await totals(manager, { customerId, ...found });
      const before = this.#page.before.get(card) ?? { receipts: 0, passwordErrors: 0 };
      const entries = [
        ...(await manager.findBy(AuditEntries, { number: MoreThan(this.#page.entry) })),
        ...(await manager.find(AuditTail)),
      ];
      const of = (action: string) =>
        entries.filter((entry) => entry.action === action && JSON.parse(entry.details).card === card).length;
      return {
        status,
        unfreezings: of('cardUnfrozen'),
        failures: of('authenticationFailed'),
        receipts: now.receipts - before.receipts,
        passwordErrors: now.passwordErrors - before.passwordErrors,
        counted: [
          await manager.countBy(FailedAttempts, { card }),
          await manager.countBy(FailedAttempts, { customer: customerId }),
        ],
      };
    });
  }

  /** The first audit entry that does not hold. */
  firstBadEntry(): Promise<number | undefined> {
    return firstBadEntry(this.#store, this.#bank.audit);
  }
}

/** An operator tries again, as they are told, where the service has just written to SQLite. */
async function untilItIsWritten(change: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await change();
      return;
    } catch (error) {
      if (!(error instanceof UnfreezeError) || error.code !== 'storeUnavailable' || tries === 10) throw error;
    }
  }
}

function row(manager: EntityManager, card: CardReference): Promise<Card> {
  return manager.findOneByOrFail(Cards, { reference: card });
}

async function totals(
  manager: EntityManager,
  { customerId, passwordErrors }: Pick<Card, 'customerId' | 'passwordErrors'>,
): Promise<Totals> {
  return { receipts: await manager.countBy(Outbox, { customerId }), passwordErrors };
}
