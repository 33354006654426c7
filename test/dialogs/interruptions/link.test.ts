import assert from 'node:assert/strict';
import { link } from '../../../dialogs/interruptions/link.ts';
import { card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const byKey = { what: 'wish', wish: 'elsewhere' } as const;
const begun = (more: object) => ({ next: 'begin', with: { wish: { card, byLink: true, ...more } } });

describe('the listener for a link', () => {
  it('takes one as a yes to unfreezing, and as another way of giving a secret, in words or by a key', async () => {
    const { hears, open, spokeOf } = listening();
    await spokeOf({});
    for (const one of [open.unfreezing, open.item('transactionPassword')]) {
      assert.deepEqual((await hears(link, 'send me a link', { open: one })).outcome, begun({}));
      assert.deepEqual((await hears(link, '', { open: one, found: byKey })).outcome, begun({}));
    }
  });

  it('asks whether to unfreeze the card that was spoken of before, where nothing is open', async () => {
    const { hears, spokeOf } = listening();
    assert.equal((await hears(link, 'send me a link')).outcome, undefined);
    await spokeOf({});
    assert.deepEqual((await hears(link, 'send me a link')).outcome, begun({ returned: true }));
    await spokeOf({ remote: false });
    assert.equal((await hears(link, 'send me a link')).outcome, undefined);
  });

  it('sends none for this card to who names or means another', async () => {
    const { hears, open, spokeOf } = listening();
    await spokeOf({});
    for (const text of ['send me a link for 4446', 'send me a link for the other card'])
      assert.equal((await hears(link, text, { open: open.unfreezing })).outcome, undefined, text);
    assert.equal((await hears(link, 'a link for the other card please')).outcome, undefined);
  });

  it('is none at a question that no link answers', async () => {
    const { hears, open, spokeOf } = listening();
    await spokeOf({});
    for (const one of [open.cardNumber, open.leaving])
      assert.equal((await hears(link, '', { open: one, found: byKey })).outcome, undefined);
  });

  it('leaves what is said of a link to who waits for it', async () => {
    const { hears, open } = listening();
    for (const text of ['I have finished', 'Send a new link', "I didn't get the link", '取消'])
      assert.deepEqual((await hears(link, text, { open: open.link })).outcome, { next: 'question' }, text);
    assert.equal((await hears(link, 'agent', { open: open.link })).outcome, undefined);
  });
});
