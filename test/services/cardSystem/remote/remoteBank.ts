import type { Store } from '../../../../kit/store/store.ts';
import { type Bank, createBank } from '../../../../services/bank.ts';
import type { AuthenticationInformation } from '../../../../services/contract/authenticationInformation.ts';
import { seal } from '../../../../services/contract/sealedEnvelope.ts';
import type { UserTerminal } from '../../../../services/contract/userTerminal.ts';
import { Outbox } from '../../../../services/tables/outboxMessage.ts';
import type { EmptyDatabase } from '../../../databases/emptyDatabase.ts';
import { emptySqlite } from '../../../databases/sqlite.ts';
import { entriesOf } from '../../audit/trailOf.ts';
import { browser, openTestBank, type TestBank } from '../../testBank.ts';
import { CardSystemStub } from '../cardSystemStub.ts';

/** A sealed transaction password for a new authentication request of a bank. */
export async function sealedPasswordFor(
  bank: TestBank,
  { number }: { number: string },
  password: string,
  userTerminal: UserTerminal = browser,
): Promise<AuthenticationInformation> {
  const request = await bank.authenticationRequest(number, userTerminal);
  const item = 'transactionPassword';
  const envelope = await seal(password, { authenticationRequest: request, item });
  return { authenticationRequest: request.id, userTerminal, item, envelope };
}

/** A bank over a card system of its own that can be made to fail. */
export class RemoteBank {
  readonly stub: CardSystemStub;
  readonly bank: TestBank;

  private constructor(stub: CardSystemStub, bank: TestBank) {
    this.stub = stub;
    this.bank = bank;
  }

  static async open(empty: () => Promise<EmptyDatabase> = emptySqlite): Promise<RemoteBank> {
    const stub = await CardSystemStub.open();
    return new RemoteBank(stub, await openTestBank({ empty, cardSystemAt: stub.address() }));
  }

  async close(): Promise<void> {
    await this.bank.close();
    await this.stub.close();
  }

  /** Another process on the same database. */
  another({ store = this.bank.store, patience }: { store?: Store; patience?: number } = {}): Bank {
    const { keyRing, now: clock } = this.bank;
    return createBank({ store, keyRing, clock, cardSystemAt: this.stub.address(patience) });
  }

  /** A sealed transaction password for a new authentication request. */
  sealedPassword(
    { number }: { number: string },
    password: string,
    userTerminal: UserTerminal = browser,
  ): Promise<AuthenticationInformation> {
    return sealedPasswordFor(this.bank, { number }, password, userTerminal);
  }

  /** What has been written down: unfreezings in the audit trail, and receipts. */
  async written(): Promise<{ unfreezings: number; receipts: number }> {
    return {
      unfreezings: (await entriesOf(this.bank, 'cardUnfrozen')).length,
      receipts: await this.bank.store.read((manager) => manager.count(Outbox)),
    };
  }
}
