import assert from 'node:assert/strict';
import { caseOffer } from '../../../dialogs/interruptions/caseOffer.ts';
import { listening } from './listening.ts';

const phone = '+12025550101';
const offer = { next: 'begin', with: { offersCase: true } };

function openElsewhere() {
  const conversation = listening({ phone });
  conversation.cases.languageByPhone.resolves('zh-Hant');
  return conversation;
}

describe('the listener that offers a case of the same telephone', () => {
  it('offers it to who begins with nothing of their own, once, in the language of the case', async () => {
    const { hears, earlier, speaker } = openElsewhere();
    assert.deepEqual((await hears(caseOffer, 'hi')).outcome, offer);
    await earlier(async (context) => assert.equal(await speaker.language(context), 'zh-Hant'));
    assert.equal((await hears(caseOffer, 'hi')).outcome, undefined);
  });

  it('offers none to who wants something, names a card, or is in the middle of something', async () => {
    const { hears, open } = openElsewhere();
    assert.equal((await hears(caseOffer, 'agent')).outcome, undefined);
    assert.equal((await hears(caseOffer, '', { found: { what: 'attachment' } })).outcome, undefined);
    assert.equal((await hears(caseOffer, 'hi', { open: open.cardNumber })).outcome, undefined);
  });

  it('offers none where the telephone has none', async () => {
    assert.equal((await listening({ phone }).hears(caseOffer, 'hi')).outcome, undefined);
    assert.equal((await listening().hears(caseOffer, 'hi')).outcome, undefined);
  });
});
