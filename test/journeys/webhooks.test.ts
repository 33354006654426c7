import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { zhaoLei } from '../services/testBank.ts';
import { isSignedWith, Receiver } from '../services/webhooks/receiver.ts';
import { Conversation } from './conversation.ts';
import { Thawline } from './thawline.ts';

const secret = `whsec_${'A'.repeat(43)}=`;

describe('the bank’s own system beside the service', () => {
  let receiver: Receiver;
  let thawline: Thawline;
  before(async () => {
    receiver = new Receiver();
    await receiver.open();
    thawline = await Thawline.started({ WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: secret });
  });
  after(async () => {
    await thawline.close();
    await receiver.close();
  });

  async function told(type: string, times: number): Promise<void> {
    const some = () => receiver.received.filter(({ body }) => body.type === type);
    for (let tries = 0; tries < 200 && some().length < times; tries++) await setTimeout(50);
    assert.equal(some().length, times, thawline.failures);
  }

  it('is told of an unfreezing, also where the service dies before it was', async () => {
    // The receiver takes the event but never answers.
    receiver.answers = ({ body }) => (body.type === 'card.unfrozen' ? 'silent' : 200);
    const conversation = await Conversation.with(thawline);
    await conversation.say(`unfreeze ${zhaoLei.number}`);
    await conversation.say('yes');
    const [outcome] = await conversation.give('transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'outcome.unfrozen');
    await told('card.unfrozen', 1);
    await thawline.kill();
    receiver.answers = () => 200;
    await thawline.up();
    const back = await thawline.run('cli/thawline.ts', ['events', 'replay', '--from', 'PT1H']);
    assert.equal(back.code, 0, back.err);
    await told('card.unfrozen', 2);
    const [first, again] = receiver.received.filter(({ body }) => body.type === 'card.unfrozen');
    assert.deepEqual(again?.body, first?.body, 'the same under the same id');
    for (const one of receiver.received) assert.ok(isSignedWith(secret, one));
    assert.ok(!thawline.log.includes(secret));
  });
});
