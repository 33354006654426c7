import type { FreezeReason } from '../../../services/contract/freezeReason.ts';
import { Cards } from '../../../services/tables/card.ts';
import { Customers } from '../../../services/tables/customer.ts';
import type { DatabaseName, EmptyDatabase } from '../../databases/databases.ts';
import { openTestBank, type TestBank } from '../testBank.ts';
import { CardSystemStub } from './cardSystemStub.ts';

/** A bank over a card system, and what only the bank's own staff can see and do in that. */
export type OpenCardSystem = {
  bank: TestBank;
  stub: CardSystemStub | undefined;
  freeze(number: string, reason: FreezeReason): Promise<void>;
  changeReserved(number: string): Promise<void>;
  passwordErrors(number: string): Promise<number>;
  close(): Promise<void>;
};

type Kind = { verifiesPasswords?: boolean; byToken?: boolean };
type Empty = () => Promise<EmptyDatabase>;

async function embedded(empty: Empty): Promise<OpenCardSystem> {
  const bank = await openTestBank({ empty });
  const cardOf = async (number: string) => {
    const reference = await bank.card(number);
    return bank.store.read((manager) => manager.findOneByOrFail(Cards, { reference }));
  };
  return {
    bank,
    stub: undefined,
    freeze: (number, reason) => bank.freeze(number, reason),
    async changeReserved(number) {
      const { customerId: id } = await cardOf(number);
      await bank.store.transaction([], (manager) =>
        manager.increment(Customers, { id }, 'reservedVersion', 1),
      );
    },
    passwordErrors: async (number) => (await cardOf(number)).passwordErrors,
    close: () => bank.close(),
  };
}

async function remote(empty: Empty, kind: Kind): Promise<OpenCardSystem> {
  const stub = await CardSystemStub.open(kind);
  const cardSystemAt = { ...stub.address(), cardsByToken: kind.byToken === true };
  const bank = await openTestBank({ empty, cardSystemAt });
  return {
    bank,
    stub,
    freeze: async (number, reason) => stub.freeze(number, reason),
    changeReserved: async (number) => stub.changeReserved(number),
    passwordErrors: async (number) => stub.card(number).passwordErrors,
    async close() {
      await bank.close();
      await stub.close();
    },
  };
}

type CardSystemUnderTest = {
  name: string;
  open: (empty: Empty) => Promise<OpenCardSystem>;
  on: readonly DatabaseName[];
};

/** Card systems that must not be told apart: the embedded one, and those that a bank has. */
export const cardSystems: CardSystemUnderTest[] = [
  { name: 'the embedded card system', open: embedded, on: ['SQLite', 'PostgreSQL'] },
  {
    name: 'a card system over HTTP',
    open: (empty) => remote(empty, {}),
    on: ['SQLite', 'PostgreSQL'],
  },
  {
    name: 'a card system that checks passwords itself',
    open: (empty) => remote(empty, { verifiesPasswords: true }),
    on: ['SQLite'],
  },
  {
    name: 'a card system that names cards by tokens',
    open: (empty) => remote(empty, { byToken: true }),
    on: ['SQLite'],
  },
];
