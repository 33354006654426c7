import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CardSystemStub, cardSystemToken } from '../services/cardSystem/cardSystemStub.ts';
import { liNa, sunLi, unknownNumber, zhaoLei } from '../services/testBank.ts';
import { tracesIn } from '../traces.ts';
import { Conversation } from './conversation.ts';
import { Thawline } from './thawline.ts';

describe('a running service over a bank’s own card system', () => {
  let stub: CardSystemStub;
  let thawline: Thawline;
  before(async () => {
    stub = await CardSystemStub.open();
    thawline = await Thawline.startedApart({
      DEMO: 'off',
      CARD_SYSTEM_URL: stub.url,
      CARD_SYSTEM_TOKEN: cardSystemToken,
    });
  });
  after(async () => {
    await thawline.close();
    await stub.close();
  });

  async function asksToUnfreeze({ number }: { number: string }): Promise<Conversation> {
    const conversation = await Conversation.with(thawline);
    assert.equal((await conversation.say(`unfreeze ${number}`))[0], 'cardStatus.frozen');
    await conversation.say('yes');
    return conversation;
  }

  it('unfreezes a card after a wrong password, which counted there', async () => {
    const conversation = await asksToUnfreeze(liNa);
    await conversation.give('identityDocument', liNa.identityDocument);
    const [refused] = await conversation.give('transactionPassword', '000000');
    assert.equal(refused, 'outcome.notAccepted');
    assert.equal(stub.card(liNa.number).passwordErrors, 1);
    await conversation.give('identityDocument', liNa.identityDocument);
    const [outcome] = await conversation.give('transactionPassword', liNa.transactionPassword);
    assert.equal(outcome, 'outcome.unfrozen');
    assert.equal(stub.card(liNa.number).status, 'active');
  });

  it('says of a freeze that needs the staff that it does, and of an unknown number nothing', async () => {
    const conversation = await Conversation.with(thawline);
    await conversation.say('check my card');
    assert.equal((await conversation.say(sunLi.number))[0], 'cardStatus.needsStaff');
    const other = await Conversation.with(thawline);
    assert.equal((await other.say(unknownNumber))[0], 'cardStatus.noFrozenCard');
  });

  it('unfreezes once, and says so, when it is killed while the card system works on it', async () => {
    const conversation = await asksToUnfreeze(zhaoLei);
    const sealed = await conversation.sealed('transactionPassword', zhaoLei.transactionPassword);
    stub.faults.unfreezings = ['answerHeld'];
    const posting = conversation.send(sealed);
    while (stub.card(zhaoLei.number).status !== 'active') await thawline.call('GET', '/healthz');
    await thawline.processor?.end('SIGKILL');
    await thawline.processorUp();
    assert.equal((await posting).status, 200);
    const [heard] = await conversation.answers();
    // Where the service was away for longer than the bot waits, the customer hears of trouble and sends it again.
    const [outcome] = heard === 'trouble' ? await conversation.post(sealed) : [heard];
    assert.equal(outcome, 'outcome.unfrozen');
    assert.equal(stub.card(zhaoLei.number).version, 2);
  });

  it('keeps no number, document, phone or password in its databases, keys, log or answers', () => {
    const secrets = [liNa, sunLi, zhaoLei].flatMap(({ number }) => {
      const { phone, latinName, reserved } = stub.card(number).customer;
      const { identityDocument, transactionPassword } = reserved;
      return [number, phone, latinName, identityDocument?.number ?? [], transactionPassword ?? []].flat();
    });
    const files = readdirSync(thawline.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }): [string, Buffer] => [name, readFileSync(join(parentPath, name))]);
    assert.ok(
      files.some(([, held]) => held.includes('cardUnfrozen')),
      'the database was not searched',
    );
    const places = [...files, ['log', thawline.log], ['answers', thawline.answered]] as const;
    for (const [place, held] of places) assert.deepEqual(tracesIn(held, secrets), [], place);
  });

  it('is degraded, and stays in service, while the card system is away', async () => {
    stub.isReady = false;
    const { status, body } = await thawline.call('GET', '/readyz');
    assert.deepEqual([status, body.status], [200, 'degraded']);
    stub.isReady = true;
    assert.equal((await thawline.call('GET', '/readyz')).body.status, 'ready');
  });

  it('is refused beside the demo bank, with exit code 2', async () => {
    const { code, err } = await thawline.run('services/main.ts', [], {
      DEMO: 'on',
      PROCESSOR_TOKEN: 'only-for-tests-and-long-enough-for-it',
    });
    assert.equal(code, 2);
    assert.match(err, /^CARD_SYSTEM_URL: the demo bank/m);
  });
});
