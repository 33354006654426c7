import assert from 'node:assert/strict';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import { regionalTags } from '../../kit/language.ts';
import { chatPage } from '../../words/chatPage.ts';
import type { MessageId } from '../../words/conversation.ts';
import { AccessibilityTree } from '../browser/accessibilityTree.ts';
import { liNa, wangWei, zhengKai } from '../services/testBank.ts';
import { withBrowser } from './withBrowser.ts';

const journeys = [
  ['en', zhengKai],
  ['zh-Hans', liNa],
  ['zh-Hant', wangWei],
] as const;

describe('the whole unfreezing by the accessibility tree, by what things are and are called', function () {
  this.timeout(120_000);
  const here = withBrowser();

  for (const [language, customer] of journeys)
    it(`is held in ${language}, and a screen reader hears of each step`, async () => {
      const words = (messageId: MessageId, facts = {}) => ordinarySentences.text(language, messageId, facts);
      const { placeholder, chat: conversation, choices, botSaid } = chatPage[language];
      const chat = await here.open({ locale: regionalTags[language], width: 360, height: 740 });
      const tree = await AccessibilityTree.of(chat.page);
      await tree.find('region', conversation);
      await tree.find('group', choices);
      await tree.press('button', words('choice.unfreeze'));
      await tree.find('StaticText', words('cardNumber.ask'));
      await tree.write(placeholder, customer.number);
      await tree.press('button', words('choice.yes'));
      for (const item of ['identityDocument', 'transactionPassword'] as const) {
        const label = words(`form.${item}.label`);
        const announced = `${botSaid} ${words(`${item}.ask`)} ${words('form.title')}: ${label}`;
        await tree.find('StaticText', announced);
        await tree.find('form', words('form.title'));
        const field = await tree.find('textbox', label);
        assert.equal(field.is.focused, true, 'who cannot see the form is in it');
        assert.equal(field.is.invalid, 'false');
        await tree.write(label, '1');
        const problem = chat.page.locator('.secure-form__problem:not(:empty)');
        await tree.find('StaticText', await problem.innerText());
        assert.equal((await tree.find('textbox', label)).is.invalid, 'true');
        await chat.secureInput.clear();
        await tree.write(label, customer[item]);
      }
      await tree.find('heading', words('result.unfrozen'));
      const names = (await tree.all()).filter(
        ({ role, name }) => ['button', 'link', 'textbox', 'combobox', 'switch'].includes(role) && name === '',
      );
      assert.deepEqual(names, [], 'nothing that can be used is without a name');
      await chat.assertNoComplaints();
    });
});
