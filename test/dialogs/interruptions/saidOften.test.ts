import assert from 'node:assert/strict';
import type { Language } from '../../../kit/language.ts';
import { inProcess } from '../../scenarios/inProcess.ts';
import { ScenarioBank } from '../../scenarios/scenarioBank.ts';

/** What is asked beside the matter, over and over: with a question open, and with none. */
const asked: readonly [Language, string][] = [
  ['en', 'is it safe?'],
  ['en', 'where is the nearest branch?'],
  ['en', 'how long does it take?'],
  ['en', 'how do I unfreeze a card?'],
  ['zh-Hans', '我的卡被冻结了，网点在哪里'],
  ['zh-Hans', '卡号在哪里'],
  ['zh-Hans', '需要什么证件'],
  ['zh-Hant', '張卡凍咗，分行喺邊度'],
  ['zh-Hant', '要多久'],
];

describe('an answer that is asked for over and over', () => {
  let bank: ScenarioBank;
  before(async () => {
    bank = await ScenarioBank.open();
  });
  after(() => bank.close());

  for (const [language, text] of asked)
    for (const open of [true, false])
      it(`is never the same three times, ${open ? 'at a question' : 'where nothing is open'}: ${text}`, async () => {
        await bank.reset();
        const conversation = await inProcess(bank).begin(language);
        const says = async (said: string) => conversation.takes({ does: 'says', text: said });
        if (open)
          await says({ en: 'unfreeze my card', 'zh-Hans': '解冻卡片', 'zh-Hant': '解凍卡片' }[language]);
        const heard: string[] = [];
        for (let times = 0; times < 7; times += 1)
          heard.push((await says(text)).map((one) => one.text).join(' '));
        const again = heard.filter((one, place) => one === heard[place - 1] && one === heard[place - 2]);
        assert.deepEqual(again, []);
      });

  it('gives way to a person the third time, and is given again after that', async () => {
    await bank.reset();
    const conversation = await inProcess(bank).begin('en');
    const heard: string[][] = [];
    await conversation.takes({ does: 'says', text: 'unfreeze my card' });
    for (let times = 0; times < 4; times += 1)
      heard.push(
        (await conversation.takes({ does: 'says', text: 'is it safe?' })).map((one) => one.messageId),
      );
    const [answer, offer] = [
      ['aside.isItSafe', 'cardNumber.ask'],
      ['leave.offerAgent', 'cardNumber.ask'],
    ];
    assert.deepEqual(heard, [answer, answer, offer, answer]);
  });
});
