import assert from 'node:assert/strict';
import type { Bank } from '../../../../services/bank.ts';
import { emptySqlite } from '../../../databases/sqlite.ts';
import { entriesOf } from '../../audit/trailOf.ts';
import { browser, type TestBank, zhengKai } from '../../testBank.ts';
import { cardSystems } from '../cardSystems.ts';
import { DyingStore } from './dyingStore.ts';
import { RemoteBank } from './remoteBank.ts';

const other = '6200000000000088880';

async function shows(bank: TestBank): Promise<string> {
  const request = await bank.authenticationRequest(zhengKai.number);
  await bank.give(request, 'identityDocument', zhengKai.identityDocument);
  const given = await bank.give(request, 'transactionPassword', zhengKai.transactionPassword);
  assert.equal(given.outcome, 'unfrozen');
  return request.id;
}

/** What a turn does, from the status to the outcome, as it is done again after its process died. */
async function turn(bank: Bank, shownBy: string, card: string): Promise<string> {
  const query = { card, userTerminal: browser };
  await bank.customerService.queryCardStatus(query);
  const asked = await bank.processor.requestUnfreezing({ ...query, shownBy });
  if (asked.outcome !== 'shown') return asked.outcome;
  const start = { authenticationRequest: asked.id, userTerminal: browser };
  return (await bank.processor.startUnfreezing(start)).outcome;
}

describe('what was shown for one card, for another in the bank’s own card system', () => {
  for (const { name, open } of cardSystems)
    it(`counts unless a password may be of one card alone, with ${name}`, async () => {
      const { bank, freeze, close } = await open(emptySqlite);
      try {
        await freeze(other, 'customerRequest');
        const request = await shows(bank);
        const outcome = await turn(bank, request, await bank.card(other));
        const checksItself = name.includes('checks passwords itself');
        assert.equal(outcome, checksItself ? 'authenticationRequested' : 'unfrozen');
        const unfrozen = await entriesOf(bank, 'cardUnfrozen');
        assert.equal(unfrozen.length, checksItself ? 1 : 2);
      } finally {
        await close();
      }
    });

  it('takes effect once, wherever a process dies on the way, and its customer hears the truth', async () => {
    for (let lives = 1, died = true; died; lives += 1) {
      const remote = await RemoteBank.open();
      try {
        remote.stub.freeze(other, 'customerRequest');
        const request = await shows(remote.bank);
        const card = await remote.bank.card(other);
        const store = new DyingStore(remote.bank.store);
        store.transactionsLeft = lives;
        const first = turn(remote.another({ store }), request, card);
        died = await first.then(
          () => false,
          () => true,
        );
        assert.equal(await turn(remote.another(), request, card), 'unfrozen', `after ${lives} transactions`);
        assert.deepEqual(await remote.written(), { unfreezings: 2, receipts: 2 }, `${lives}`);
      } finally {
        await remote.close();
      }
      assert.ok(lives < 20);
    }
  });
});
