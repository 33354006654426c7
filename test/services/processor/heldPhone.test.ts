// Guards money: where nothing that is reserved is a secret, only who has opened a link on the registered phone unfreezes.
import assert from 'node:assert/strict';
import { createBank } from '../../../services/bank.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import type { UnfreezeRequest } from '../../../services/contract/unfreezeRequest.ts';
import { defaultPolicy, type Policy } from '../../../services/presetConditions/policy.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { Phone } from '../secureForm/phone.ts';
import { browser, fengLan, liNa, openTestBank, type TestBank } from '../testBank.ts';

onEachDatabase('the registered phone that a policy demands', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const asks = async (number: string, more: Partial<UnfreezeRequest> = {}) => {
    const query = { card: await bank.card(number), userTerminal: browser };
    await bank.customerService.queryCardStatus(query);
    return bank.processor.requestUnfreezing({ ...query, ...more });
  };
  const under = (policy: Policy) => createBank({ ...bank, clock: bank.now, policy, sendsLinks: true });

  it('is asked to open a link, whatever was asked for, and unfreezes with what is reserved there', async () => {
    const { status, ...told } = await bank.customerService.queryCardStatus({
      card: await bank.card(fengLan.number),
      userTerminal: browser,
    });
    assert.equal(status, 'frozen');
    assert.deepEqual(told, {
      instructions: { remote: true, reasons: [], demands: ['identityDocument'], held: ['registeredPhone'] },
    });
    const asked = await asks(fengLan.number);
    assert.ok(asked.outcome === 'secureLinkSent', asked.outcome);
    const token = await new Phone(bank).token();
    const open = await bank.secureLinks.view(token);
    assert.ok(open);
    const { authenticationRequest } = open;
    const item = 'identityDocument';
    const envelope = await seal(fengLan.identityDocument, { authenticationRequest, item });
    const answered = await bank.secureLinks.give(token, { item, envelope, network: undefined });
    assert.equal(answered?.answer.outcome, 'unfrozen');
  });

  it('is not shown by the number that somebody calls or writes from', async () => {
    for (const channel of ['sms', 'voice'] as const) {
      const userTerminal = { channel, address: fengLan.phone };
      const { outcome } = await asks(fengLan.number, { userTerminal, phone: fengLan.phone });
      assert.ok(outcome === 'secureLinkSent' || outcome === 'secureLinkOnItsWay', outcome);
    }
  });

  it('is asked for again before the card is unfrozen', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    // Another process has a stricter policy by now.
    const stricter = under({
      ...defaultPolicy,
      transactionPasswordErrors: {
        remote: true,
        demand: 'transactionPassword',
        held: 'registeredPhone',
        help: 'agent',
      },
    });
    const item = 'transactionPassword';
    const envelope = await seal(liNa.transactionPassword, { authenticationRequest: request, item });
    const answer = await stricter.processor.giveAuthenticationInformation({
      authenticationRequest: request.id,
      userTerminal: browser,
      item,
      envelope,
    });
    assert.deepEqual(answer, { outcome: 'over' });
    const found = await bank.cardSystem.find(await bank.card(liNa.number));
    assert.equal(found?.card.status, 'frozen');
  });

  it('leaves the card to the staff where no link can be sent', async () => {
    const { customerService, processor } = createBank({ ...bank, clock: bank.now, sendsLinks: false });
    const query = { card: await bank.card(fengLan.number), userTerminal: browser };
    assert.deepEqual(await customerService.queryCardStatus(query), {
      status: 'frozen',
      instructions: { remote: false, help: 'agent' },
    });
    assert.deepEqual(await processor.requestUnfreezing(query), { outcome: 'notRemote', help: 'agent' });
  });
});
