import assert from 'node:assert/strict';
import type { Language } from '../../kit/language.ts';
import { inProcess } from '../scenarios/inProcess.ts';
import type { Turn } from '../scenarios/scenario.ts';
import { ScenarioBank } from '../scenarios/scenarioBank.ts';
import { zhengKai } from '../services/testBank.ts';

const active = '6200000000000088880';
const words: Readonly<Record<Language, { yes: string; no: string; which: string }>> = {
  en: { yes: 'yes', no: 'no thanks', which: 'which of my cards are frozen?' },
  'zh-Hans': { yes: '好的', no: '不用了', which: '我还有哪些卡被冻结？' },
  'zh-Hant': { yes: '好呀', no: '唔使喇', which: '我仲有邊張卡凍結咗' },
};

describe('a customer with two frozen cards', () => {
  let bank: ScenarioBank;
  before(async () => {
    bank = await ScenarioBank.open();
  });
  after(() => bank.close());

  for (const [language, { yes, no, which }] of Object.entries(words) as [
    Language,
    { yes: string; no: string; which: string },
  ][])
    it(`is offered the other one after the first, for which what was shown counts, and is told nothing of it before, in ${language}`, async () => {
      await bank.reset();
      await bank.bank.freeze(active, 'customerRequest');
      const conversation = await inProcess(bank).begin(language);
      const says = async (turn: Turn) => (await conversation.takes(turn)).map(({ messageId }) => messageId);
      const typed = (text: string) => says({ does: 'says', text });
      const proves = async () => {
        await says({ does: 'gives', item: 'identityDocument', value: zhengKai.identityDocument });
        return says({ does: 'gives', item: 'transactionPassword', value: zhengKai.transactionPassword });
      };
      assert.ok((await typed(zhengKai.number)).includes('unfreeze.confirm'));
      assert.deepEqual(await typed(yes), ['identityDocument.ask']);
      assert.deepEqual(await proves(), ['outcome.unfrozen', 'others.one']);
      assert.deepEqual(await typed(no), ['solved.ask']);
      assert.deepEqual(await typed(which), ['others.one']);
      assert.deepEqual(await typed(no), ['anythingElse']);
      await bank.bank.freeze(zhengKai.number, 'customerRequest');
      bank.bank.passes(11 * 60_000);
      assert.ok((await typed(active)).includes('unfreeze.confirm'));
      assert.deepEqual(await typed(yes), ['identityDocument.ask']);
      assert.deepEqual(await proves(), ['outcome.unfrozen', 'others.one']);
      // A yes here is none to unfreezing yet: that card has its own question.
      const asked = await typed(yes);
      assert.ok(asked.includes('unfreeze.confirm'));
      assert.ok(!asked.some((id) => id?.startsWith('instructions.')));
      assert.deepEqual(await typed(yes), ['outcome.unfrozenToo', 'anythingElse']);
    });

  it('is asked for everything where what was shown no longer counts when it is started', async () => {
    await bank.reset();
    await bank.bank.freeze(active, 'customerRequest');
    const conversation = await inProcess(bank).begin('en');
    const says = async (turn: Turn) => (await conversation.takes(turn)).map(({ messageId }) => messageId);
    const typed = (text: string) => says({ does: 'says', text });
    await typed(zhengKai.number);
    await typed('yes');
    await says({ does: 'gives', item: 'identityDocument', value: zhengKai.identityDocument });
    await says({ does: 'gives', item: 'transactionPassword', value: zhengKai.transactionPassword });
    assert.ok((await typed('yes')).includes('unfreeze.confirm'));
    bank.bank.passes(11 * 60_000);
    assert.deepEqual(await typed('yes'), ['identityDocument.ask']);
  });
});
