import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import pino from 'pino';
import { fetch } from 'undici';
import { hours, instant, later, seconds } from '../../../kit/time.ts';
import type { CardReference } from '../../../services/contract/card.ts';
import { AuditEntries } from '../../../services/tables/auditEntry.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { WebhookEventRows } from '../../../services/tables/webhookEvent.ts';
import { webhooksOpenApi } from '../../../services/webhooks/openApi.ts';
import { replayEvents } from '../../../services/webhooks/replay.ts';
import { WebhookDelivery } from '../../../services/webhooks/webhookDelivery.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { liNa, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';
import { isSignedWith, Receiver } from './receiver.ts';

const secrets = [`whsec_${'A'.repeat(43)}=`, `whsec_${'B'.repeat(43)}=`];
const by = { who: 'liming', uid: 1001, by: null, why: 'the receiver was restored' };

onEachDatabase('the events for the bank’s own system', (empty) => {
  let bank: TestBank;
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = new Receiver();
    await receiver.open();
    bank = await openTestBank({ empty, tellsEvents: true });
  });
  afterEach(async () => {
    await receiver.close();
    await bank.close();
  });

  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  /** The delivery of one process. */
  const delivery = (more: { patience?: number } = {}) =>
    new WebhookDelivery({
      ...bank,
      clock: bank.now,
      log,
      to: { url: receiver.url, secrets },
      fetch,
      ...more,
    });
  const rows = () =>
    bank.store.read((manager) => manager.find(WebhookEventRows, { order: { number: 'ASC' } }));
  const types = () => receiver.received.map(({ body }) => body.type);

  /** Asks to unfreeze this card, gives a wrong password, and the right one. */
  async function unfreezes({ number, transactionPassword }: typeof zhaoLei): Promise<void> {
    const request = await bank.authenticationRequest(number);
    const answer = await bank.give(request, 'transactionPassword', '000000');
    assert.ok(answer.outcome === 'notAccepted');
    bank.passes(60 * seconds);
    const again = { ...request, attempt: answer.attempt };
    await bank.give(again, 'transactionPassword', transactionPassword);
    await bank.chaining.chain();
  }

  const handsOver = (card: CardReference | null) =>
    bank.customerService.noteHandoff({
      ...{ userTerminal: { channel: 'webChat', address: 'a browser' }, card },
      ...{ caseId: 'K-4821', reason: 'askedForPerson' },
    });

  it('follow from the trail, are signed, say what their document says, and name nobody but by the card’s reference', async () => {
    await unfreezes(zhaoLei);
    await handsOver(null);
    const kind = 'unfreezeReceipt';
    const receipt = await bank.store.read((manager) => manager.findOneByOrFail(Outbox, { kind }));
    for (const _again of [1, 2]) await bank.receipts.reportReceipt({ receipt: receipt.id, arrived: true });
    await bank.chaining.chain();
    assert.equal(await delivery().deliverDue(), 4);
    assert.deepEqual(types().sort(), [
      'card.unfrozen',
      'case.handedOver',
      'receipt.delivered',
      'unfreezing.refused',
    ]);
    const card = await bank.card(zhaoLei.number);
    const { webhooks } = webhooksOpenApi() as {
      webhooks: Record<
        string,
        { post: { requestBody: { content: { 'application/json': { schema: object } } } } }
      >;
    };
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const one of receiver.received) {
      const { schema } =
        webhooks[one.body.type]?.post.requestBody.content['application/json'] ?? assert.fail();
      assert.ok(ajv.validate(schema, one.body), `${one.text} ${ajv.errorsText()}`);
      assert.equal(one.body.data.card, one.body.type === 'case.handedOver' ? null : card);
      assert.equal(one.headers['webhook-id'], one.body.id);
      assert.equal(one.headers['webhook-timestamp'], String(Math.floor(bank.now().getTime() / 1000)));
      for (const secret of secrets) assert.ok(isSignedWith(secret, one));
      assert.ok(!isSignedWith(`whsec_${'C'.repeat(43)}=`, one));
      for (const secret of [zhaoLei.number, zhaoLei.phone, '赵磊', 'a browser', '000000'])
        assert.ok(!one.text.includes(secret));
    }
    assert.equal(await delivery().deliverDue(), 0, 'each once');
  });

  it('are not written where nobody is told', async () => {
    const other = await openTestBank({ empty });
    try {
      await other.authenticationRequest(zhaoLei.number);
      await other.chaining.chain();
      assert.equal(await other.store.read((manager) => manager.count(WebhookEventRows)), 0);
    } finally {
      await other.close();
    }
  });

  it('come in order for one card, whatever fails, and no card waits for another', async () => {
    await unfreezes(zhaoLei);
    for (const _again of [1, 2]) await handsOver(await bank.card(liNa.number));
    await bank.chaining.chain();
    const [slow, fast] = [await bank.card(zhaoLei.number), await bank.card(liNa.number)];
    let isDown = true;
    receiver.answers = ({ body }) => (isDown && body.data.card === slow ? 503 : 200);
    const all = await rows();
    const of = (card: string) => all.filter(({ subject }) => subject === card).map(({ id }) => id);
    await delivery().deliverDue();
    const taken = () =>
      receiver.received.filter(({ body }) => body.data.card === fast).map(({ body }) => body.id);
    assert.deepEqual(taken(), of(fast));
    const before = receiver.received.length;
    isDown = false;
    bank.passes(4 * seconds);
    assert.equal(await delivery().deliverDue(), 0, 'not before its time');
    bank.passes(1 * seconds);
    await delivery().deliverDue();
    assert.deepEqual(receiver.ids.slice(before), of(slow));
  });

  it('are tried for a day, ever more rarely, and given up then, loudly; the next of the card goes on', async () => {
    await unfreezes(zhaoLei);
    const [first, ...others] = await rows();
    receiver.answers = ({ body }) => (body.id === first?.id ? 500 : 200);
    const begun = bank.now().getTime();
    let givenUp = false;
    const moments: number[] = [];
    while (!givenUp) {
      const before = receiver.received.length;
      await delivery().deliverDue();
      if (receiver.ids.slice(before).includes(first?.id ?? '')) moments.push(bank.now().getTime() - begun);
      givenUp = (await delivery().undelivered()).givenUp === 1;
      const [next] = (await rows()).filter(({ id }) => id === first?.id);
      if (next?.nextTryAt) bank.passes(new Date(next.nextTryAt).getTime() - bank.now().getTime());
    }
    assert.deepEqual(
      moments.slice(0, 4).map((moment) => moment / seconds),
      [0, 5, 15, 35],
    );
    const lasted = (moments.at(-1) ?? 0) / hours;
    assert.ok(lasted > 23 && lasted < 26, `${lasted} hours`);
    assert.match(logged.at(-1) ?? '', /an event was not taken for a day and was given up/);
    await delivery().deliverDue();
    assert.deepEqual(
      others.map(({ id }) => receiver.ids.filter((one) => one === id).length),
      others.map(() => 1),
    );
  });

  it('are given up by no clock that was set ahead', async () => {
    await unfreezes(zhaoLei);
    receiver.answers = () => 500;
    await delivery().deliverDue();
    bank.passes(48 * hours);
    await delivery().deliverDue();
    assert.deepEqual(await delivery().undelivered(), { waiting: (await rows()).length, givenUp: 0 });
  });

  it('are not taken by a receiver that is slow, sends elsewhere, or answers anything but 2xx', async () => {
    await unfreezes(zhaoLei);
    for (const answer of ['silent', 'redirects', 302, 404, 410, 429, 500] as const) {
      receiver.answers = () => answer;
      assert.equal(await delivery({ patience: 40 }).deliverDue(), 0, String(answer));
      bank.passes(1 * hours);
    }
    receiver.answers = () => 204;
    assert.equal(await delivery().deliverDue(), (await rows()).length);
    assert.equal(new Set(receiver.ids).size, (await rows()).length, 'under the same ids');
  });

  it('go out once however many processes look, and again where the one that had them died', async () => {
    await unfreezes(zhaoLei);
    await Promise.all([delivery().deliverDue(), delivery().deliverDue(), delivery().deliverDue()]);
    await delivery().deliverDue();
    const all = (await rows()).map(({ id }) => id);
    assert.deepEqual(receiver.ids, all);
    const claimed = { nextTryAt: instant(later(bank.now(), 30 * seconds)), deliveredAt: null };
    await bank.store.transaction([], (manager) =>
      manager.update(WebhookEventRows, { id: all[0] ?? '' }, claimed),
    );
    assert.equal(await delivery().deliverDue(), 0);
    bank.passes(30 * seconds);
    assert.equal(await delivery().deliverDue(), 1);
    assert.equal(receiver.ids.at(-1), all[0]);
  });

  it('come again from a moment on, in their order and under their ids, also those of before there was a receiver', async () => {
    await unfreezes(zhaoLei);
    await delivery().deliverDue();
    const before = receiver.ids;
    // The receiver has answered 200 and then lost the events.
    receiver.received.length = 0;
    const [gone] = await rows();
    await bank.store.transaction([], (manager) => manager.delete(WebhookEventRows, { id: gone?.id ?? '' }));
    const from = instant(later(bank.now(), -1 * hours));
    assert.equal(await replayEvents({ ...bank, clock: bank.now }, { from }, by), before.length);
    await delivery().deliverDue();
    assert.deepEqual(receiver.ids, before);
    await bank.chaining.chain();
    const [entry] = await bank.store.read((manager) =>
      manager.findBy(AuditEntries, { action: 'eventsReplayed' }),
    );
    assert.deepEqual(JSON.parse(entry?.details ?? ''), { from, to: null, events: before.length, ...by });
    const later_ = instant(later(bank.now(), 1 * hours));
    assert.equal(await replayEvents({ ...bank, clock: bank.now }, { from: later_ }, by), 0);
  });
});
