import assert from 'node:assert/strict';
import { instant } from '../../kit/time.ts';
import { Outbox } from '../../services/tables/outboxMessage.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { trailOf } from '../services/audit/trailOf.ts';
import { openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';
import { liming, requestIn, says, wangfang } from './fourEyes.ts';

onEachDatabase('thawline cards messages and resend', (empty) => {
  let bank: TestBank;
  let card: string;
  let message: string;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    card = await bank.card(zhaoLei.number);
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    const [row] = await bank.store.read((manager) => manager.find(Outbox));
    message = row?.id ?? '';
    await bank.store.transaction([], (manager) =>
      manager.update(Outbox, { id: message }, { givenUpAt: instant(bank.now()), tries: 9 }),
    );
  });
  afterEach(() => bank.close());

  const fate = async () => {
    const { out } = await says(bank, liming, ['cards', 'messages', card, '--json']);
    return JSON.parse(out).map((one: { kind: string; fate: string }) => [one.kind, one.fate]);
  };

  it('print what has become of each, without text or telephone, and have one tried once more', async () => {
    const { out } = await says(bank, liming, ['cards', 'messages', card]);
    assert.match(out, new RegExp(`^${message} .*unfreezeReceipt +givenUp$`, 'm'));
    assert.ok(!out.includes(zhaoLei.phone));
    const resend = ['cards', 'resend', message, '--reason', 'the carrier was down'] as const;
    assert.deepEqual((await says(bank, liming, [...resend])).out, 'it is tried once more\n');
    assert.deepEqual(await fate(), [['unfreezeReceipt', 'waiting']]);
    assert.match((await says(bank, liming, [...resend])).out, /^nothing changed/);
    const resent = (await trailOf(bank)).filter(({ action }) => action === 'messageResent');
    const [{ details = '{}' } = {}, ...others] = resent;
    const { card: of, who, why } = JSON.parse(details);
    assert.deepEqual([of, who, why, others], [card, 'liming', 'the carrier was down', []]);
  });

  it('want a second person where one is needed', async () => {
    await bank.approvals.need();
    const resend = ['cards', 'resend', message, '--reason', 'the carrier was down'] as const;
    const id = requestIn(await says(bank, liming, [...resend]));
    assert.deepEqual(await fate(), [['unfreezeReceipt', 'givenUp']]);
    assert.equal((await says(bank, liming, ['approvals', 'approve', id])).code, 2);
    assert.equal((await says(bank, wangfang, ['approvals', 'approve', id])).out, 'it is tried once more\n');
    assert.deepEqual(await fate(), [['unfreezeReceipt', 'waiting']]);
  });
});
