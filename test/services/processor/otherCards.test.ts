import assert from 'node:assert/strict';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { liNa, openTestBank, type TestBank, zhengKai } from '../testBank.ts';

const active = '6200000000000088880';

describe('the other frozen cards of a customer', () => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank();
    await bank.freeze(active, 'customerRequest');
  });
  afterEach(() => bank.close());

  async function unfreezes(userTerminal?: UserTerminal) {
    const request = await bank.authenticationRequest(zhengKai.number, userTerminal);
    await bank.give(request, 'identityDocument', zhengKai.identityDocument, userTerminal);
    const answer = await bank.give(
      request,
      'transactionPassword',
      zhengKai.transactionPassword,
      userTerminal,
    );
    return { request, answer };
  }
  const others = async (id: string) => (await bank.processor.unfreezeRequestState(id)).others;

  it('are told of once a whole attempt has succeeded, by their last four digits', async () => {
    const begun = await bank.authenticationRequest(zhengKai.number);
    assert.equal(await others(begun.id), undefined);
    const { request, answer } = await unfreezes();
    assert.equal(answer.outcome === 'unfrozen' && answer.others, true);
    assert.deepEqual(await others(request.id), [{ card: await bank.card(active), lastFour: '8880' }]);
  });

  it('are told of to nobody whose attempt has failed, and no longer than half an hour', async () => {
    const request = await bank.authenticationRequest(zhengKai.number);
    await bank.give(request, 'identityDocument', zhengKai.identityDocument);
    await bank.give(request, 'transactionPassword', '111111');
    assert.equal(await others(request.id), undefined);
    const again = await unfreezes();
    assert.equal((await others(again.request.id))?.length, 1);
    bank.passes(31 * 60_000);
    assert.equal(await others(again.request.id), undefined);
  });

  it('are not there where the customer has no other, and stay as they are', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    const answer = await bank.give(request, 'transactionPassword', liNa.transactionPassword);
    assert.equal(answer.outcome === 'unfrozen' && 'others' in answer, false);
    await unfreezes();
    const card = await bank.card(active);
    const terminal = { channel: 'webChat', address: 'another' } as const;
    const { status } = await bank.customerService.queryCardStatus({ card, userTerminal: terminal });
    assert.equal(status, 'frozen');
  });
});
