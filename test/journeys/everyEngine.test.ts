import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { contrast } from '../../kit/colour.ts';
import { BanksPage } from '../browser/banksPage.ts';
import { engines } from '../browser/engines.ts';
import { saysWhatIsLacking, Visitor } from '../browser/visitor.ts';
import { liNa, wangWei, zhengKai } from '../services/testBank.ts';
import { Thawline } from './thawline.ts';

const example = readFileSync(new URL('../../docs/embed-example.html', import.meta.url), 'utf8');

for (const [name, { lacks, start }] of Object.entries(engines)) {
  if (lacks !== undefined) {
    saysWhatIsLacking(name, lacks);
    continue;
  }
  describe(`in ${name}`, function () {
    this.timeout(180_000);
    let thawline: Thawline;
    let banksPage: BanksPage;
    let visitor: Visitor;
    before(async () => {
      banksPage = await BanksPage.served();
      const started = Thawline.started({ WEBCHAT_ORIGINS: banksPage.origin });
      visitor = new Visitor(await start());
      thawline = await started;
    });
    after(async () => {
      await visitor?.engine.close();
      banksPage?.close();
      await thawline?.close();
    });
    const status = async (lastFour: string) => (await thawline.cards())[lastFour]?.status;
    const result = `!!document.querySelector('[data-result="unfrozen"]')`;

    it('the secure form of a link takes what it asks for, and says what came of it', async () => {
      const chat = await thawline.start();
      for (const words of [wangWei.number, 'unfreeze', 'yes', 'send me a link'])
        await thawline.say(chat, words);
      await visitor.engine.open(await thawline.newestLink('+12025550102'));
      await visitor.writes('#identityDocument', wangWei.identityDocument);
      await visitor.writes('#transactionPassword', wangWei.transactionPassword);
      await visitor.presses('form .submit');
      await visitor.until(`!!document.querySelector('.outcome')`);
      assert.equal(await status('2228'), 'active');
    });

    it('the chat on a bank’s own page holds the whole unfreezing in its frame', async () => {
      banksPage.holds(thawline.url, example);
      await visitor.engine.open(banksPage.origin);
      const element = `document.querySelector('thawline-chat')`;
      await visitor.until(`!!${element}?.shadowRoot`);
      await visitor.presses('.button', `${element}.shadowRoot`);
      await visitor.engine.enter(`${element}.shadowRoot.querySelector('iframe')`);
      await visitor.hears('greeting');
      await visitor.writes('.send__input', zhengKai.number, 'Enter');
      await visitor.hears('unfreeze.confirm');
      await visitor.presses('.choices button');
      await visitor.hears('identityDocument.ask');
      await visitor.writes('.secure-form__input', zhengKai.identityDocument, 'Enter');
      await visitor.hears('transactionPassword.ask');
      await visitor.until(`document.querySelector('.secure-form__input')?.value === ''`);
      await visitor.writes('.secure-form__input', zhengKai.transactionPassword);
      await visitor.presses('.secure-form__submit');
      await visitor.until(result);
      assert.equal(await status(zhengKai.number.slice(-4)), 'active');
    });

    it('the choice of a language can be read', async () => {
      await visitor.engine.open(`${thawline.url}/?language=en`);
      await visitor.hears('greeting');
      const [ink, ground] = (await visitor.engine.read(`(() => {
        const { color, backgroundColor } = getComputedStyle(document.querySelector('.header__language'));
        return [color, backgroundColor].map((one) => '#' + one.match(/\\d+/g).map((part) => Number(part).toString(16).padStart(2, '0')).join(''));
      })()`)) as string[];
      assert.ok(contrast(ink ?? '', ground ?? '') >= 4.5, `${ink} on ${ground}`);
    });

    it('the telephone calls, is answered by its keys, and unfreezes', async () => {
      await visitor.engine.open(`${thawline.url}/phone?language=en`);
      await visitor.presses('#sound');
      await visitor.presses('.phone__call');
      const hears = (words: string) =>
        visitor.until(`document.querySelector('.transcript').innerText.includes(${JSON.stringify(words)})`);
      const presses = async (keys: string) => {
        for (const key of keys)
          await visitor.engine.press(
            `document.querySelectorAll('.phone__key')[${'123456789*0#'.indexOf(key)}]`,
          );
      };
      await hears('廣東話');
      await presses('3');
      await hears('To check a card');
      await presses('2');
      await hears('say your card number');
      await presses(`${liNa.number}#`);
      await hears('Shall I unfreeze the card ending 1114?');
      await presses('1');
      await hears('identity document number, then');
      await presses(`${liNa.identityDocument.replace('X', '*')}#`);
      await hears('six-digit transaction password, then');
      await presses(`${liNa.transactionPassword}#`);
      await hears('Card 1114 is unfrozen');
      assert.equal(await status('1114'), 'active');
    });
  });
}
