import assert from 'node:assert/strict';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { minutes } from '../../../kit/time.ts';
import { createBank } from '../../../services/bank.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { AuthenticationResults } from '../../../services/tables/authenticationRequest.ts';
import { emptyPostgres } from '../../databases/postgres.ts';
import { firstBadEntry } from '../audit/firstBadEntry.ts';
import { entriesOf } from '../audit/trailOf.ts';
import { openTestBank, type TestBank, zhaoLei, zhengKai } from '../testBank.ts';

describe('two processors on one PostgreSQL', () => {
  let bank: TestBank;
  let second: Store;
  beforeEach(async () => {
    bank = await openTestBank({ empty: emptyPostgres });
    second = await openStore(bank.databaseUrl, [bankSchema]);
  });
  afterEach(async () => {
    await second.close();
    await bank.close();
  });

  const terminal = (number: number) => ({ channel: 'webChat', address: `terminal-${number}` }) as const;
  const item = 'transactionPassword' as const;

  /**
   * Asks on one, and gives on the other of the two processors in turn, all at once, each from a user terminal of its
   * own and for one of the cards in turn.
   */
  async function allGive(
    value: (number: number) => string,
    { of = 50, cards = [zhaoLei.number] } = {},
  ): Promise<string[]> {
    const processors = [bank.processor, createBank({ ...bank, store: second, clock: bank.now }).processor];
    const requests = [];
    for (let number = 0; number < of; number++) {
      const card = cards[Math.floor(number / 2) % cards.length] ?? '';
      requests.push(await bank.authenticationRequest(card, terminal(number)));
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
  const guess = (number: number) => String(100_000 + number);
  const checked = () => bank.store.read((manager) => manager.count(AuthenticationResults));

  it('let of fifty guesses at one moment two reach the check, and five in a day however they are spread', async () => {
    const outcomes = await allGive(guess);
    assert.equal(await checked(), 2);
    assert.equal(outcomes.filter((outcome) => outcome === 'notAccepted').length, 2);
    assert.equal(outcomes.filter((outcome) => outcome === 'tooSoon').length, 48);
    for (const reached of [3, 4, 5, 5]) {
      bank.passes(1 * minutes);
      await allGive(guess, { of: 8 });
      assert.equal(await checked(), reached);
    }
  });

  it('hold two cards of one customer as one, from different user terminals', async () => {
    const cards = [zhengKai.number, '6200000000000088880'];
    await bank.freeze('6200000000000088880', 'customerRequest');
    for (const reached of [2, 3, 4, 5, 5]) {
      const outcomes = await allGive(guess, { of: 8, cards });
      assert.equal(await checked(), reached);
      assert.ok(!outcomes.includes('unfrozen'));
      bank.passes(1 * minutes);
    }
  });

  it('unfreeze once when all give the right password at the same moment, and keep one chain of audit entries', async () => {
    const outcomes = await allGive(() => zhaoLei.transactionPassword);
    assert.equal(outcomes.filter((outcome) => outcome === 'unfrozen').length, 1);
    assert.equal((await entriesOf(bank, 'cardUnfrozen')).length, 1);
    assert.equal(await firstBadEntry(bank.store, bank.audit), undefined);
  });
});
