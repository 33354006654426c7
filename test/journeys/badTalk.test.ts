import assert from 'node:assert/strict';
import type { Language } from '../../kit/language.ts';
import { inProcess } from '../scenarios/inProcess.ts';
import { ScenarioBank } from '../scenarios/scenarioBank.ts';
import { zhaoLei } from '../services/testBank.ts';

describe('talk at its worst', () => {
  let bank: ScenarioBank;
  before(async () => {
    bank = await ScenarioBank.open();
  });
  after(() => bank.close());

  async function talks(language: Language) {
    await bank.reset();
    const conversation = await inProcess(bank).begin(language);
    return async (text: string) =>
      (await conversation.takes({ does: 'says', text })).map((one) => one.messageId);
  }
  const status = async () => (await bank.cards())['4446'];

  it('keeps no part of a secret that is split over two messages, asked for or not', async () => {
    const asked = [zhaoLei.number, 'yes'];
    // Two or three digits, and four by themselves, are no secret where none was asked for.
    for (const [before, first, second, hidden] of [
      [asked, '802', '461', ['802', '461']],
      [asked, '80246', '1', ['80246']],
      [[], 'my password is 8024', '61', ['8024']],
      [[], '11010519491', '231002X', ['11010519491', '231002']],
      [['unfreeze my card'], '62000000000', '00044446', ['62000000000', '00044446']],
    ] as const) {
      const says = await talks('en');
      for (const text of before) await says(text);
      await says(first);
      await says(second);
      const kept = await bank.keptByTheBot();
      for (const part of hidden)
        assert.ok(!new RegExp(`(?<![\\w-])${part}(?![\\w-])`).test(kept), `${first} + ${second}`);
      assert.equal(await status(), 'frozen');
    }
  });

  it('takes sarcasm and anger at the confirmation for no yes, and unfreezes nothing', async () => {
    for (const [language, text] of [
      ['en', 'oh sure, brilliant, just what I needed'],
      ['en', 'yeah right, as if you could'],
      ['en', 'this is ridiculous, you people are a joke'],
      ['zh-Hans', '呵呵，你们可真行'],
      ['zh-Hans', '好你个头'],
      ['zh-Hant', '真是好極了，又來'],
    ] as const) {
      const says = await talks(language);
      await says(zhaoLei.number);
      const heard = await says(text);
      assert.ok(!heard.includes('transactionPassword.ask'), `${text}: ${heard}`);
      assert.equal(await status(), 'frozen');
    }
  });

  it('asks back, refuses or reports where a wish stands beside its contrary, and never goes on as after a yes', async () => {
    for (const [language, text] of [
      ['en', "unfreeze it, no wait, don't unfreeze it"],
      ['en', 'yes no yes no'],
      ['en', 'unfreeze it and block it for good'],
      ['zh-Hans', '解冻吧，不，别解冻'],
      ['zh-Hant', '解凍，唔好解凍'],
    ] as const) {
      const says = await talks(language);
      await says(zhaoLei.number);
      const heard = await says(text);
      assert.ok(!heard.includes('transactionPassword.ask'), `${text}: ${heard}`);
    }
  });

  it('hears the wish in a sentence of three languages, and behind 3,900 signs of something else', async () => {
    const says = await talks('en');
    assert.deepEqual(await says('唔該 please 帮我 unfreeze 張卡 thanks'), ['cardNumber.ask']);
    const long = `${'so I was at the shop and the queue was long. '.repeat(88)}please unfreeze my card`;
    assert.ok(long.length > 3900);
    assert.deepEqual(await (await talks('en'))(long), ['cardNumber.ask']);
  });

  it('answers what a recogniser makes of it at its worst with a question or with the wish', async () => {
    for (const text of [
      'on freeze my cart please',
      'um un un freeze the the card',
      'i wanna un fries my card',
    ]) {
      const heard = await (await talks('en'))(text);
      assert.ok(heard.length > 0 && !heard.includes('freezeOrReport'), `${text}: ${heard}`);
    }
  });
});
