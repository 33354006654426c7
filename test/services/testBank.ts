import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCustomers } from '../../demo/demoBank.ts';
import type { Period } from '../../kit/retention/period.ts';
import type { Schema } from '../../kit/store/schema.ts';
import type { Store } from '../../kit/store/store.ts';
import { later } from '../../kit/time.ts';
import { type Bank, createBank } from '../../services/bank.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import type { CardSystemConnection } from '../../services/cardSystem/remote/connection.ts';
import type { AuthenticationAnswer } from '../../services/contract/authenticationInformation.ts';
import type { AuthenticationRequest } from '../../services/contract/authenticationRequest.ts';
import type { CardReference } from '../../services/contract/card.ts';
import type { FreezeReason } from '../../services/contract/freezeReason.ts';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import type { PasswordLengths } from '../../services/contract/passwordLengths.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import type { UserTerminal } from '../../services/contract/userTerminal.ts';
import { type ImportedCustomer, importCustomers } from '../../services/import/importCustomers.ts';
import type { TextForms } from '../../services/notifications/textForm.ts';
import type { Policy } from '../../services/presetConditions/policy.ts';
import type { RiskDecisionsAddress } from '../../services/risk/riskDecisions.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { type Card, type CardFreeze, CardFreezes, Cards } from '../../services/tables/card.ts';
import { type Customer, Customers } from '../../services/tables/customer.ts';
import { WebhookTelling } from '../../services/webhooks/webhookTelling.ts';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import { openTestStore } from '../databases/openTestStore.ts';
import { emptySqlite } from '../databases/sqlite.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

export const liNa = {
  phone: '+12025550101',
  number: '6200000000000011114',
  identityDocument: '11010519491231002X',
  transactionPassword: '246801',
};
export const wangWei = {
  number: '6200000000000022228',
  identityDocument: '310101198503120057',
  transactionPassword: '135790',
};
export const chenJie = {
  number: '6200000000000033332',
  identityDocument: '440305199207041127',
  transactionPassword: '550917',
};
export const fengLan = {
  phone: '+12025550110',
  number: '6200000000000122226',
  identityDocument: '510104198807153620',
};
export const zhaoLei = {
  phone: '+12025550104',
  number: '6200000000000044446',
  transactionPassword: '802461',
};
export const sunLi = { number: '6200000000000055558' };
export const zhouQiang = { number: '6200000000000066662' };
export const zhengKai = {
  phone: '+12025550108',
  number: '6200000000000099994',
  identityDocument: '610103198812240611',
  transactionPassword: '468024',
};
export const wuMin = { phone: '+12025550107', number: '6200000000000077776' };
export const huangXiuying = { number: '6200000000000111104' };
export const unknownNumber = '6200000000000999995';

export const browser: UserTerminal = { channel: 'webChat', address: 'a-conversation' };

/** The bank's side on a real database with the demo bank in it, and a clock that only the test moves. */
export type TestBank = Bank & {
  store: Store;
  keyRing: KeyRing;
  databaseUrl: string;
  /** All that the database holds, byte for byte. */
  content(): Promise<Buffer>;
  keysFile: string;
  /** Lets time pass, in milliseconds. */
  passes(milliseconds: number): void;
  now(): Date;
  card(number: string): Promise<CardReference>;
  /** Adds a freeze to a card of the embedded card system, as the bank does. */
  freeze(number: string, reason: FreezeReason): Promise<void>;
  /** Asks for the card's status and for unfreezing it. @throws Error where no authentication is asked for */
  authenticationRequest(number: string, userTerminal?: UserTerminal): Promise<AuthenticationRequest>;
  /** Seals a value for the request's present attempt and gives it; where that is too soon, waits and gives it again. */
  give(
    request: AuthenticationRequest,
    item: AuthenticationItem,
    value: string,
    userTerminal?: UserTerminal,
  ): Promise<AuthenticationAnswer>;
  /** Gives it once, too soon or not. */
  giveAtOnce: TestBank['give'];
  /** How long answers were held back so far, in milliseconds. */
  heldBack: number[];
  close(): Promise<void>;
};

type Options = {
  customers?: ImportedCustomer[];
  empty?: () => Promise<EmptyDatabase>;
  /** The bank's own card system, which has the customers then. */
  cardSystemAt?: CardSystemConnection;
  /** The bank's own risk decisions. */
  riskDecisionsAt?: RiskDecisionsAddress;
  /** Whether the bank's own system is told of events. */
  tellsEvents?: boolean;
  /** What else stands in the same database. */
  beside?: Schema[];
  /** How texts are written, where it is not by each number's country alone. */
  texts?: TextForms;
  /** How long what was shown counts for another card. */
  shownCounts?: Period;
  policy?: Policy;
  passwordLengths?: PasswordLengths;
  /** Where customers reach the secure form. */
  secureFormUrl?: () => string;
};

/** The demo bank's rows with the keys that close them: to protect its passwords again takes a third of a second. */
class DemoBank {
  readonly keys: string;
  readonly #rows: { customers: Customer[]; cards: Card[]; freezes: CardFreeze[] };

  private constructor(keys: string, rows: { customers: Customer[]; cards: Card[]; freezes: CardFreeze[] }) {
    this.keys = keys;
    this.#rows = rows;
  }

  static in(store: Store, keysFile: string): Promise<DemoBank> {
    return store.read(async (manager) => {
      const customers = await manager.find(Customers);
      const cards = await manager.find(Cards);
      const freezes = await manager.find(CardFreezes);
      return new DemoBank(readFileSync(keysFile, 'utf8'), { customers, cards, freezes });
    });
  }

  async putInto(store: Store): Promise<void> {
    const { customers, cards, freezes } = this.#rows;
    await store.transaction([], async (manager) => {
      await manager.insert(Customers, customers);
      await manager.insert(Cards, cards);
      await manager.insert(CardFreezes, freezes);
    });
  }
}

/** The demo bank as it was first imported in this process. */
let demoBank: DemoBank | undefined;

/** @param options the demo bank on SQLite, unless other customers or another database are given */
export async function openTestBank({
  customers,
  empty = emptySqlite,
  cardSystemAt,
  riskDecisionsAt,
  beside = [],
  texts,
  secureFormUrl,
  shownCounts,
  policy,
  tellsEvents = false,
  passwordLengths,
}: Options = {}): Promise<TestBank> {
  const folder = temporaryFolder();
  const database = await empty();
  let now = new Date('2026-11-24T08:00:00.000Z');
  const clock = () => now;
  const keysFile = join(folder.path, 'keys.json');
  const isDemo = !customers && !cardSystemAt;
  if (isDemo && demoBank) writeFileSync(keysFile, demoBank.keys, { mode: 0o600 });
  const keyRing = KeyRing.openOrMake(keysFile, { clock, production: false });
  const store = await openTestStore(database.url, [bankSchema, ...beside]);
  const heldBack: number[] = [];
  const pause = async (milliseconds: number) => heldBack.push(milliseconds);
  const bank = createBank({
    ...{ store, keyRing, clock, cardSystemAt, riskDecisionsAt, pause, sendsLinks: true },
    ...(texts && { texts }),
    ...(shownCounts && { shownCounts }),
    ...(policy && { policy }),
    ...(passwordLengths && { passwordLengths }),
    secureFormUrl,
    ...(tellsEvents && { followers: [new WebhookTelling()] }),
  });
  // What a service does when it starts.
  await bank.sealingKeys.tend();
  if (isDemo && demoBank) await demoBank.putInto(store);
  else if (!cardSystemAt)
    await importCustomers({ ...bank, store, keyRing, clock }, customers ?? demoCustomers());
  if (isDemo) demoBank ??= await DemoBank.in(store, keysFile);
  const giveAtOnce: TestBank['give'] = async (request, item, value, userTerminal = browser) =>
    bank.processor.giveAuthenticationInformation({
      authenticationRequest: request.id,
      userTerminal,
      item,
      envelope: await seal(value, { authenticationRequest: request, item }),
    });
  const card = async (number: string) => (await bank.customerService.nameCard(number)).card;
  return {
    ...bank,
    store,
    keyRing,
    databaseUrl: database.url,
    content: () => database.content(),
    keysFile,
    card,
    async freeze(number, reason) {
      const reference = await card(number);
      await store.transaction([], async (manager) =>
        bank.embedded?.freeze(manager, reference, reason, clock()),
      );
    },
    passes: (milliseconds) => {
      now = later(now, milliseconds);
    },
    now: clock,
    async authenticationRequest(number, userTerminal = browser) {
      const query = { card: await card(number), userTerminal };
      await bank.customerService.queryCardStatus(query);
      const answer = await bank.processor.requestUnfreezing(query);
      if (answer.outcome === 'authenticationRequested') return answer.authenticationRequest;
      throw new Error(`no authentication was asked for but: ${answer.outcome}`);
    },
    giveAtOnce,
    heldBack,
    async give(...given) {
      const answer = await giveAtOnce(...given);
      if (answer.outcome !== 'tooSoon') return answer;
      now = new Date(answer.notBefore);
      return giveAtOnce(...given);
    },
    async close() {
      await store.close();
      await database.remove();
      folder.remove();
    },
  };
}
