import assert from 'node:assert/strict';
import { authenticationRequest, card, dialogConversation, messageId } from './dialogConversation.ts';

const named = { what: 'card', card } as const;

describe('the main dialog', () => {
  it('greets and offers what it can do', async () => {
    const { says } = dialogConversation();
    const [greeting] = await says('hello');
    assert.ok(greeting);
    assert.equal(messageId(greeting), 'greeting');
    assert.deepEqual(
      greeting.suggestedActions?.actions.map(({ value }) => value),
      ['Check a card', 'Unfreeze a card', 'How to unfreeze', 'Talk to a person'],
    );
  });

  it('understands each of its own quick replies', async () => {
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const { says } = dialogConversation(language);
      const [greeting] = await says('hello');
      for (const { value } of greeting?.suggestedActions?.actions ?? []) {
        const ids = (await says(value)).map(messageId);
        assert.ok(!ids.some((id) => id.startsWith('notUnderstood')), `${value}: ${ids}`);
        await says(language === 'en' ? 'cancel' : '取消');
      }
    }
  });

  it('says what it can do, more each time, and offers a person, when it does not understand', async () => {
    const { hears } = dialogConversation();
    await hears('what is my balance', undefined, 'notUnderstood.1');
    await hears('my balance please', undefined, 'notUnderstood.2');
    await hears('balance!!', undefined, 'notUnderstood.3');
    await hears('hello', undefined, 'greeting');
    await hears('balance', undefined, 'notUnderstood.1');
  });

  it('never leads a freeze or a report to unfreezing, also when it names a card', async () => {
    const { hears, customerService } = dialogConversation();
    const away = ['freezeOrReport', 'handoff.noted'] as const;
    await hears('I lost my card', undefined, ...away);
    await hears('please freeze my card', named, ...away);
    await hears('check my card', undefined, 'report.stands');
    await hears('it was stolen', named, ...away);
    assert.equal(customerService.queryCardStatus.callCount, 0);
    await hears('hello', undefined, 'greeting');
  });

  it('answers what is asked in between and then asks its own question again', async () => {
    const { hears } = dialogConversation();
    await hears('unfreeze my card', undefined, 'cardNumber.ask');
    await hears('help', undefined, 'cardNumber.explained', 'cardNumber.ask');
    await hears('Why do you ask?', undefined, 'cardNumber.why', 'cardNumber.ask');
    await hears('say that again', undefined, 'cardNumber.why', 'cardNumber.ask');
    await hears('agent', undefined, 'agent', 'cardNumber.ask');
    await hears('cancel', undefined, 'cancelled');
    await hears('cancel', undefined, 'nothingToCancel');
  });

  it('goes on in another language at any step', async () => {
    const { says, hears } = dialogConversation();
    await hears('unfreeze my card', undefined, 'cardNumber.ask');
    const [changed, asked] = await says('繁體中文');
    assert.equal(changed?.locale, 'zh-Hant');
    assert.equal(asked?.text, '請輸入您的銀行卡卡號（卡片正面的 13 至 19 位數字）。');
    const [which] = await says('換語言');
    assert.deepEqual(
      which?.suggestedActions?.actions.map(({ title }) => title),
      ['简体中文', '繁體中文', 'English'],
    );
  });

  it('asks again after a silence, with other words the second time', async () => {
    const { hears } = dialogConversation();
    const silence = { what: 'silence' } as const;
    await hears('', silence, 'silence.1', 'anythingElse');
    await hears('unfreeze my card', undefined, 'cardNumber.ask');
    await hears('', silence, 'silence.1', 'cardNumber.ask');
    await hears('', silence, 'silence.2', 'cardNumber.ask');
  });

  it('asks who is back only whether to unfreeze the card, and nothing where there was none', async () => {
    const { hears, customerService, processor } = dialogConversation();
    const returned = { what: 'returned' } as const;
    await hears('', returned, 'anythingElse');
    customerService.queryCardStatus.resolves({
      status: 'frozen',
      instructions: { remote: true, reasons: [], demands: ['transactionPassword'] },
    });
    processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
    const status = ['cardStatus.frozen', 'instructions.transactionPassword', 'unfreeze.confirm'] as const;
    await hears('my card does not work', named, ...status);
    await hears('yes', undefined, 'identityDocument.ask');
    await hears('', returned, 'unfreeze.confirm');
    assert.equal(customerService.queryCardStatus.callCount, 1);
  });

  it('tells the customer when a secret was scrubbed, and when only text can be read', async () => {
    const { hears } = dialogConversation();
    await hears('••••', { what: 'strayedSecret' }, 'strayedSecret', 'anythingElse');
    await hears('', { what: 'attachment' }, 'onlyText', 'anythingElse');
    await hears('check my card', undefined, 'cardNumber.ask');
    await hears('', { what: 'attachment' }, 'onlyText', 'cardNumber.ask');
  });
});
