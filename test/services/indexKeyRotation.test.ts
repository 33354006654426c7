// Guards money: who was found, limited or heard under a key is so under the next one.
import assert from 'node:assert/strict';
import { minutes } from '../../kit/time.ts';
import { rewrap } from '../../services/rewrap.ts';
import { Customers } from '../../services/tables/customer.ts';
import { OptOutRows } from '../../services/tables/optOut.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { liNa, openTestBank, type TestBank, zhaoLei, zhengKai } from './testBank.ts';

const caller = { channel: 'voice', address: 'caller' } as const;

onEachDatabase('the index key', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const rotates = () => bank.keyRing.rotate('indexKey');
  const closesAnew = () => rewrap(bank.store, bank, () => {});
  const search = async (phone: string, lastFour: string) =>
    (await bank.cardSystem.search(phone, lastFour)).length;
  async function unfreezes(): Promise<string> {
    const request = await bank.authenticationRequest(liNa.number);
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    return (await bank.give(request, 'transactionPassword', liNa.transactionPassword)).outcome;
  }

  it('can be rotated under a running case, before and after everything is indexed anew', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    rotates();
    assert.equal(await search(zhaoLei.phone, '4446'), 1);
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    const { outcome } = await bank.give(request, 'transactionPassword', liNa.transactionPassword);
    assert.equal(outcome, 'unfrozen');
    const again = await bank.authenticationRequest(zhengKai.number);
    await closesAnew();
    rotates();
    await closesAnew();
    assert.equal(await search(zhaoLei.phone, '4446'), 1);
    await bank.give(again, 'identityDocument', zhengKai.identityDocument);
    const after = await bank.give(again, 'transactionPassword', zhengKai.transactionPassword);
    assert.equal(after.outcome, 'unfrozen');
  });

  it('indexes every customer anew, and takes nobody else’s document', async () => {
    const indexes = () =>
      bank.store.read(async (manager) =>
        (await manager.find(Customers, { order: { id: 'ASC' } })).flatMap((one) => [
          one.phoneIndex,
          one.identityDocumentIndex,
        ]),
      );
    const before = new Set((await indexes()).filter((one) => one !== null));
    rotates();
    await closesAnew();
    const after = await indexes();
    assert.deepEqual(
      after.filter((one) => one !== null && before.has(one)),
      [],
    );
    assert.ok(after.includes(bank.fields.index('phone', liNa.phone)));
    const request = await bank.authenticationRequest(liNa.number);
    await bank.give(request, 'identityDocument', zhengKai.identityDocument);
    const { outcome } = await bank.give(request, 'transactionPassword', liNa.transactionPassword);
    assert.equal(outcome, 'notAccepted');
  });

  it('gives nobody a fresh supply of guesses', async () => {
    async function outcomes(isRotated: boolean): Promise<string[]> {
      const other = await openTestBank({ empty });
      try {
        const said: string[] = [];
        for (let count = 0; count < 6; count++) {
          const request = await other.authenticationRequest(zhaoLei.number);
          said.push((await other.give(request, 'transactionPassword', '000000')).outcome);
          if (isRotated) other.keyRing.rotate('indexKey');
          other.passes(20 * minutes);
        }
        return said;
      } finally {
        await other.close();
      }
    }
    const ordinary = await outcomes(false);
    assert.ok(ordinary.includes('locked'));
    assert.deepEqual(await outcomes(true), ordinary);
  });

  it('leaves a telephone that has said STOP, and what can be disowned from it, as they are', async () => {
    await bank.optOuts.noteOptOut({ phone: liNa.phone, stopped: true });
    await bank.optOuts.noteOptOut({ phone: '+12025550199', stopped: true });
    assert.equal(await unfreezes(), 'unfrozen');
    const stopped = (phone: string) => bank.store.read((manager) => bank.optOuts.has(manager, phone));
    for (const step of [rotates, closesAnew, rotates]) {
      await step();
      assert.equal(await stopped(liNa.phone), true);
      assert.equal(await stopped('+12025550199'), true);
    }
    const { unfrozenAt } = await bank.customerService.answerableReceipt({
      phone: liNa.phone,
      userTerminal: caller,
    });
    assert.ok(unfrozenAt);
    const { outcome } = await bank.customerService.disown({ phone: liNa.phone, userTerminal: caller });
    assert.equal(outcome, 'frozenAgain');
    await bank.optOuts.noteOptOut({ phone: liNa.phone, stopped: false });
    assert.equal(await stopped(liNa.phone), false);
    assert.equal(await bank.store.read((manager) => manager.count(OptOutRows)), 1);
  });
});
