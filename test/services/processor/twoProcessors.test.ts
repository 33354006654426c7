import assert from 'node:assert/strict';
import { createBank } from '../../../services/bank.ts';
import { openStore } from '../../../services/bankSettings.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { bankSchema } from '../../../services/store/bankSchema.ts';
import { AuditEntries } from '../../../services/store/entities/auditEntry.ts';
import { AuthenticationResults } from '../../../services/store/entities/authenticationRequest.ts';
import type { Store } from '../../../services/store/store.ts';
import { databases } from '../../databases/databases.ts';
import { firstBadEntry } from '../audit/firstBadEntry.ts';
import { openTestBank, type TestBank, zhaoLei } from '../testBank.ts';

describe('two processors on one PostgreSQL', () => {
  let bank: TestBank;
  let second: Store;
  beforeEach(async () => {
    bank = await openTestBank({ empty: databases.PostgreSQL });
    second = await openStore(bank.databaseUrl, [bankSchema]);
  });
  afterEach(async () => {
    await second.close();
    await bank.close();
  });

  const terminal = (number: number) => ({ channel: 'webChat', address: `terminal-${number}` }) as const;
  const item = 'transactionPassword' as const;

  /** Asks on one, and gives on the other of the two processors in turn, fifty user terminals at once. */
  async function allGive(value: (number: number) => string): Promise<string[]> {
    const processors = [bank.processor, createBank({ ...bank, store: second, clock: bank.now }).processor];
    const requests = [];
    for (let number = 0; number < 50; number++) {
      requests.push(await bank.authenticationRequest(zhaoLei.number, terminal(number)));
    }
    return Promise.all(
      requests.map(async (authenticationRequest, number) => {
        const envelope = await seal(value(number), { authenticationRequest, item });
        const answer = await processors[number % 2]?.giveAuthenticationInformation({
          authenticationRequest: authenticationRequest.id,
          userTerminal: terminal(number),
          item,
          envelope,
        });
        return answer?.outcome ?? 'none';
      }),
    );
  }

  it('let five of fifty parallel guesses reach the check, and no more', async () => {
    const outcomes = await allGive((number) => String(100_000 + number));
    const checked = await bank.store.read((manager) => manager.count(AuthenticationResults));
    assert.equal(checked, 5);
    assert.ok(outcomes.every((outcome) => outcome === 'notAccepted' || outcome === 'locked'));
  });

  it('unfreeze once when all give the right password at the same moment, and keep one chain of audit entries', async () => {
    const outcomes = await allGive(() => zhaoLei.transactionPassword);
    assert.equal(outcomes.filter((outcome) => outcome === 'unfrozen').length, 1);
    const unfreezings = await bank.store.read((manager) =>
      manager.countBy(AuditEntries, { action: 'cardUnfrozen' }),
    );
    assert.equal(unfreezings, 1);
    assert.equal(await firstBadEntry(bank.store, bank.audit), undefined);
  });
});
