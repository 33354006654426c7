import assert from 'node:assert/strict';
import { createBank } from '../../../../services/bank.ts';
import { NumbersInReferences } from '../../../../services/security/numbersInReferences.ts';
import { rejectsWith } from '../../rejectsWith.ts';
import { browser, openTestBank, type TestBank, zhaoLei } from '../../testBank.ts';
import { CardSystemStub, cardTokenOf } from '../cardSystemStub.ts';
import { sealedPasswordFor } from './remoteBank.ts';

describe('cards that their system names by tokens', () => {
  let stub: CardSystemStub;
  let bank: TestBank;
  beforeEach(async () => {
    stub = await CardSystemStub.open({ byToken: true });
    bank = await openTestBank({ cardSystemAt: { ...stub.address(), cardsByToken: true } });
  });
  afterEach(async () => {
    await bank.close();
    await stub.close();
  });

  const withNumber = () =>
    stub.requests.filter(({ body }) => body.includes(zhaoLei.number)).map(({ path }) => path);

  it('are unfrozen, and their number went nowhere but to where its token was made', async () => {
    const information = await sealedPasswordFor(bank, zhaoLei, zhaoLei.transactionPassword);
    const answer = await bank.processor.giveAuthenticationInformation(information);
    assert.equal(answer.outcome, 'unfrozen');
    assert.equal(stub.card(zhaoLei.number).status, 'active');
    assert.deepEqual([...new Set(withNumber())], ['card-tokens']);
    assert.ok(stub.asked('unfreezings') === 1 && stub.asked('password-checks') === 1);
  });

  it('are found by phone, told of in notices, and frozen, by the token alone', async () => {
    assert.deepEqual(await bank.cardSystem.search(zhaoLei.phone, zhaoLei.number.slice(-4)), [
      bank.cardSystem.referenceNamed(cardTokenOf(zhaoLei.number)),
    ]);
    const notice = { id: 'f-1', reason: 'dormant', frozenAt: '2026-11-24T08:00:00Z' };
    await bank.freezeNotices.note({ ...notice, cardNumber: cardTokenOf(zhaoLei.number) });
    await rejectsWith('messageInvalid', bank.freezeNotices.note({ ...notice, cardNumber: '1234' }));
    assert.deepEqual(withNumber(), []);
  });

  it('are the same cards by references of before, which held their numbers', async () => {
    const secrets = () => bank.keyRing.secrets('cardReferenceKey');
    const before = new NumbersInReferences(secrets).close(zhaoLei.number);
    const now = await bank.card(zhaoLei.number);
    assert.notEqual(before, now);
    assert.equal(await bank.cardSystem.referenceNow(before), now);
    const answer = await bank.customerService.queryCardStatus({ card: before, userTerminal: browser });
    assert.ok(answer.status === 'frozen' && answer.instructions.remote);
    assert.deepEqual([...new Set(withNumber())], ['card-tokens']);
    const byNumber = createBank({ ...bank, clock: bank.now, cardSystemAt: stub.address() });
    assert.equal(await byNumber.cardSystem.find(now), undefined, 'a token is not taken for a number');
  });

  it('are refused where the token is the number, ends otherwise, or is none', async () => {
    for (const cardToken of [zhaoLei.number, '9000000000000000000', 'tok_1', null]) {
      stub.faults['card-tokens'] = [{ answers: { cardToken } }];
      await rejectsWith('internal', bank.cardSystem.referenceOf(zhaoLei.number));
    }
  });
});
