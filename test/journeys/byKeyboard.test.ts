import assert from 'node:assert/strict';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import type { MessageId } from '../../words/conversation.ts';
import { type Engine, engines } from '../browser/engines.ts';
import { zhengKai } from '../services/testBank.ts';
import { Thawline } from './thawline.ts';

/** Longer than a busy machine takes; conditions end the waiting. */
const patience = 30_000;

for (const [name, { lacks, start }] of Object.entries(engines)) {
  if (lacks !== undefined) {
    process.stderr.write(`${name} is not looked at: ${lacks}\n`);
    continue;
  }
  describe(`the whole unfreezing by keyboard alone, in ${name}`, function () {
    this.timeout(180_000);
    let thawline: Thawline;
    let engine: Engine | undefined;
    before(async () => {
      thawline = await Thawline.started();
    });
    after(() => thawline?.close());
    afterEach(() => engine?.close());

    async function until(expression: string): Promise<void> {
      const end = Date.now() + patience;
      while (Date.now() < end) if (await engine?.read(expression)) return;
      throw new Error(`${expression} did not come true: ${await engine?.read('document.body.innerText')}`);
    }
    const heard = (messageId: MessageId) =>
      until(`!!document.querySelector('[data-message-id="${messageId}"]')`);

    /** Presses Tab until the focus is on what has this name, and can be seen to have it. */
    async function tabTo(label: string): Promise<void> {
      const focused = `(() => {
        const one = document.activeElement;
        return [one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent, document.hasFocus() ? getComputedStyle(one).outlineStyle : 'in no window'];
      })()`;
      const met: unknown[] = [];
      for (let presses = 0; presses < 40; presses++) {
        const [reached, outline] = ((await engine?.read(focused)) ?? ['', '']) as [string, string];
        met.push(reached);
        if (reached === label) return assert.notEqual(outline, 'none', `${label} shows no focus`);
        await engine?.keys('Tab');
      }
      assert.fail(`the keyboard does not come to ${label}, but to ${met.join(' | ')}`);
    }

    it('is held, with the focus seen wherever it is', async () => {
      engine = await start();
      const words = (messageId: MessageId) => ordinarySentences.text('en', messageId);
      await engine.open(`${thawline.url}/?language=en`);
      await heard('greeting');
      await tabTo(words('choice.unfreeze'));
      await engine.keys('Enter');
      await heard('cardNumber.ask');
      await tabTo('Type your question');
      await engine.keys(zhengKai.number, 'Enter');
      await heard('unfreeze.confirm');
      await tabTo(words('choice.yes'));
      await engine.keys('Space');
      await heard('identityDocument.ask');
      await until("document.activeElement.className === 'secure-form__input'");
      await engine.keys(zhengKai.identityDocument, 'Enter');
      await heard('transactionPassword.ask');
      await until(
        `document.activeElement.className === 'secure-form__input' && document.activeElement.value === ''`,
      );
      await engine.keys(zhengKai.transactionPassword);
      await tabTo('Send securely');
      await engine.keys('Enter');
      await until(`!!document.querySelector('[data-result="unfrozen"]')`);
      const said = String(await engine.read('document.body.innerText'));
      for (const secret of [zhengKai.identityDocument, zhengKai.transactionPassword])
        assert.ok(!said.includes(secret));
    });
  });
}
