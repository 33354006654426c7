// Guards a secret: what an old key closed is neither lost nor left open.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rewrap } from '../../services/rewrap.ts';
import { Cards } from '../../services/tables/card.ts';
import { Customers } from '../../services/tables/customer.ts';
import { FrozenCardRows } from '../../services/tables/frozenCardRecord.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { emptySqlite } from '../databases/sqlite.ts';
import { cardSystems } from './cardSystem/cardSystems.ts';
import { chenJie, liNa, openTestBank, type TestBank, zhaoLei } from './testBank.ts';

onEachDatabase('closing every field with a new key', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const everything = () =>
    bank.store.read(async (manager) =>
      JSON.stringify([
        await manager.find(Customers),
        await manager.find(Cards),
        await manager.find(FrozenCardRows),
      ]),
    );

  it('leaves nothing that needs the old one, and every customer can still unfreeze', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.authenticationRequest(chenJie.number);
    const old = bank.keyRing.fieldKey.id;
    assert.ok((await everything()).includes(old));
    bank.keyRing.rotate();
    const told: number[] = [];
    const rows = await rewrap(bank.store, bank, (done) => told.push(done));
    // Customers, cards, packages, and the sealing key of the hour.
    assert.equal(rows, 10 + 11 + 2 + 1);
    assert.equal(told.at(-1), rows);
    assert.ok(!(await everything()).includes(old));
    bank.keyRing.dropFieldKeys([old]);
    assert.ok(!readFileSync(bank.keysFile, 'utf8').includes(old));

    const begunBefore = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(begunBefore.outcome, 'unfrozen');
    const after = await bank.authenticationRequest(liNa.number);
    await bank.give(after, 'identityDocument', liNa.identityDocument);
    const outcome = await bank.give(after, 'transactionPassword', liNa.transactionPassword);
    assert.equal(outcome.outcome, 'unfrozen');
  });

  it('can be done again, and goes on where it was interrupted', async () => {
    bank.keyRing.rotate();
    await assert.rejects(
      rewrap(bank.store, bank, () => {
        throw new Error('interrupted');
      }),
    );
    assert.equal(await rewrap(bank.store, bank, () => {}), 10 + 11 + 1);
    assert.equal(await rewrap(bank.store, bank, () => {}), 10 + 11 + 1);
  });
});

describe('a new key', () => {
  for (const { name, open } of cardSystems) {
    it(`closes what ${name} has handed over`, async () => {
      const { bank, close } = await open(emptySqlite);
      const request = await bank.authenticationRequest(zhaoLei.number);
      const { id: old } = bank.keyRing.fieldKey;
      bank.keyRing.rotate();
      await rewrap(bank.store, bank, () => {});
      bank.keyRing.dropFieldKeys([old]);
      const { outcome } = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
      await close();
      assert.equal(outcome, 'unfrozen');
    });
  }
});
