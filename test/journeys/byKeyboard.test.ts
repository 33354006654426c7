import assert from 'node:assert/strict';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import type { MessageId } from '../../words/conversation.ts';
import { engines } from '../browser/engines.ts';
import { saysWhatIsLacking, Visitor } from '../browser/visitor.ts';
import { zhengKai } from '../services/testBank.ts';
import { Thawline } from './thawline.ts';

for (const [name, { lacks, start }] of Object.entries(engines)) {
  if (lacks !== undefined) {
    saysWhatIsLacking(name, lacks);
    continue;
  }
  describe(`the whole unfreezing by keyboard alone, in ${name}`, function () {
    this.timeout(180_000);
    let thawline: Thawline;
    let visitor: Visitor | undefined;
    before(async () => {
      thawline = await Thawline.started();
    });
    after(() => thawline?.close());
    afterEach(() => visitor?.engine.close());

    it('is held, with the focus seen wherever it is', async () => {
      const engine = await start();
      visitor = new Visitor(engine);
      const words = (messageId: MessageId) => ordinarySentences.text('en', messageId);
      await engine.open(`${thawline.url}/?language=en`);
      await visitor.hears('greeting');
      await visitor.tabsTo(words('choice.unfreeze'));
      await engine.keys('Enter');
      await visitor.hears('cardNumber.ask');
      await visitor.tabsTo('Type your question');
      await engine.keys(zhengKai.number, 'Enter');
      await visitor.hears('unfreeze.confirm');
      await visitor.tabsTo(words('choice.yes'), 'Shift+Tab');
      await engine.keys('Space');
      await visitor.hears('identityDocument.ask');
      await visitor.until("document.activeElement.className === 'secure-form__input'");
      await engine.keys(zhengKai.identityDocument, 'Enter');
      await visitor.hears('transactionPassword.ask');
      await visitor.until(
        `document.activeElement.className === 'secure-form__input' && document.activeElement.value === ''`,
      );
      await engine.keys(zhengKai.transactionPassword);
      await visitor.tabsTo('Send securely');
      await engine.keys('Enter');
      await visitor.until(`!!document.querySelector('[data-result="unfrozen"]')`);
      const said = String(await engine.read('document.body.innerText'));
      for (const secret of [zhengKai.identityDocument, zhengKai.transactionPassword])
        assert.ok(!said.includes(secret));
    });
  });
}
