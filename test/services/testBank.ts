import { join } from 'node:path';
import { type Bank, createBank } from '../../services/bank.ts';
import { openStore } from '../../services/bankSettings.ts';
import { demoCustomers } from '../../services/cardSystem/demoBank.ts';
import { type ImportedCustomer, importCustomers } from '../../services/cardSystem/importCustomers.ts';
import type { AuthenticationAnswer } from '../../services/contract/authenticationInformation.ts';
import type { AuthenticationItem } from '../../services/contract/authenticationItem.ts';
import type { AuthenticationRequest } from '../../services/contract/authenticationRequest.ts';
import type { CardReference } from '../../services/contract/card.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import { later } from '../../services/contract/time.ts';
import type { UserTerminal } from '../../services/contract/userTerminal.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { bankSchema } from '../../services/store/bankSchema.ts';
import type { Schema } from '../../services/store/schema.ts';
import type { Store } from '../../services/store/store.ts';
import { databases, type EmptyDatabase } from '../databases/databases.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

export const liNa = {
  number: '6200000000000011114',
  identityDocument: '11010519491231002X',
  transactionPassword: '246801',
};
export const wangWei = {
  number: '6200000000000022228',
  identityDocument: '310101198503120057',
  transactionPassword: '135790',
};
export const chenJie = { number: '6200000000000033332', identityDocument: '440305199207041127' };
export const zhaoLei = { number: '6200000000000044446', transactionPassword: '802461' };
export const sunLi = { number: '6200000000000055558' };
export const zhouQiang = { number: '6200000000000066662' };
export const zhengKai = {
  number: '6200000000000099994',
  identityDocument: '610103198812240611',
  transactionPassword: '468024',
};
export const wuMin = { number: '6200000000000077776' };
export const huangXiuying = { number: '6200000000000111104' };
export const unknownNumber = '6200000000000999995';

export const browser: UserTerminal = { channel: 'webChat', address: 'a-conversation' };

/** The bank's side on a real database with the demo bank in it, and a clock that only the test moves. */
export type TestBank = Bank & {
  store: Store;
  keyRing: KeyRing;
  databaseUrl: string;
  keysFile: string;
  /** Lets time pass, in milliseconds. */
  passes(milliseconds: number): void;
  now(): Date;
  card(number: string): Promise<CardReference>;
  /** Asks for the card's status and for unfreezing it. @throws Error where no authentication is asked for */
  authenticationRequest(number: string, userTerminal?: UserTerminal): Promise<AuthenticationRequest>;
  /** Seals a value for the request's present attempt and gives it. */
  give(
    request: AuthenticationRequest,
    item: AuthenticationItem,
    value: string,
    userTerminal?: UserTerminal,
  ): Promise<AuthenticationAnswer>;
  close(): Promise<void>;
};

type Options = {
  customers?: ImportedCustomer[];
  empty?: () => Promise<EmptyDatabase>;
  /** What else stands in the same database. */
  beside?: Schema[];
};

/** @param options the demo bank on SQLite, unless other customers or another database are given */
export async function openTestBank({
  customers = demoCustomers(),
  empty = databases.SQLite,
  beside = [],
}: Options = {}): Promise<TestBank> {
  const folder = temporaryFolder();
  const database = await empty();
  let now = new Date('2026-11-24T08:00:00.000Z');
  const clock = () => now;
  const keysFile = join(folder.path, 'keys.json');
  const keyRing = KeyRing.open(keysFile, { clock, production: false });
  const store = await openStore(database.url, [bankSchema, ...beside]);
  const bank = createBank({ store, keyRing, clock });
  await importCustomers({ ...bank, store, keyRing, clock }, customers);
  const card = async (number: string) => (await bank.customerService.nameCard(number)).card;
  return {
    ...bank,
    store,
    keyRing,
    databaseUrl: database.url,
    keysFile,
    card,
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
    async give(authenticationRequest, item, value, userTerminal = browser) {
      const envelope = await seal(value, { authenticationRequest, item });
      return bank.processor.giveAuthenticationInformation({
        authenticationRequest: authenticationRequest.id,
        userTerminal,
        item,
        envelope,
      });
    },
    async close() {
      await store.close();
      await database.remove();
      folder.remove();
    },
  };
}
