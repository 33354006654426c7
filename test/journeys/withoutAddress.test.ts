import assert from 'node:assert/strict';
import { holdsAddress } from '../../kit/holdsAddress.ts';
import { CodePage, codePageContentType } from '../../services/contract/codePage.ts';
import { ProductionBank } from '../attacks/productionBank.ts';
import { cardNumber } from '../services/cardSystem/cardFiles.ts';
import { Conversation } from './conversation.ts';

const document = '510104198807153620';
const transactionPassword = '802461';
/** Customers with numbers of Hong Kong, one for each channel. */
const [bySms, byVoice, onWeb] = [1, 2, 3].map((place) => ({
  phone: `+8525123456${place}`,
  number: cardNumber(place),
  lastFour: cardNumber(place).slice(-4),
})) as [Customer, Customer, Customer];
type Customer = { phone: string; number: string; lastFour: string };

describe('a customer in Hong Kong, without an address in any text', function () {
  this.timeout(120_000);
  let bank: ProductionBank;
  before(async () => {
    const frozen = {
      language: 'zh-Hant',
      identityDocumentType: 'residentIdentityCard',
      identityDocument: document,
      transactionPassword,
      status: 'frozen',
      freezeReasons: 'customerRequest',
    };
    const cards = [bySms, byVoice, onWeb].map(({ phone, number }) => ({
      ...frozen,
      phone,
      cardNumber: number,
    }));
    bank = await ProductionBank.opened(cards, { PROFILES: 'hk', TWILIO_FROM: '#HARBOUR' });
  });
  after(() => bank.close());

  /** What the page with the code asks for. */
  async function finishes(token: string, channel: string): Promise<void> {
    const view = await bank.view(token);
    assert.ok(view.outcome === 'open', view.outcome);
    assert.equal(view.channel, channel, 'where it was begun');
    assert.equal(await bank.gives(token, 'identityDocument', document), 'itemTaken');
    assert.equal(await bank.gives(token, 'transactionPassword', transactionPassword), 'unfrozen');
  }
  async function status({ lastFour }: Customer): Promise<string | undefined> {
    const listed = JSON.parse((await bank.run('cards', 'list', '--json')).replace(/^[^[]*/, ''));
    return listed.find((card: { last4: string }) => card.last4 === lastFour)?.status;
  }

  it('unfreezes by SMS: the code is asked for on the bank’s own page, and the conversation hears of it', async () => {
    const asked = (await bank.carrier.text(bySms.phone, `unfreeze ${bySms.number}`)).replies.join(' ');
    assert.match(asked, new RegExp(bySms.lastFour));
    const told = (await bank.carrier.text(bySms.phone, 'yes')).replies.join(' ');
    assert.match(told, /我們正把一個代碼用短訊傳到/);
    const { outcome, token } = await bank.enters(await bank.code(bySms.phone));
    assert.equal(outcome, 'entered');
    await finishes(token, 'sms');
    assert.match((await bank.carrier.text(bySms.phone, '辦好了')).replies.join(' '), /已(經)?解凍|解凍成功/);
    assert.equal(await status(bySms), 'active');
  });

  it('unfreezes by telephone: the call waits for it', async () => {
    const call = await bank.carrier.call(byVoice.phone);
    const heard = () => call.heard.map((one) => (one.what === 'say' ? one.words : '')).join(' ');
    await call.press('3');
    await call.speak('unfreeze my card');
    await call.press(`${byVoice.number}#`);
    await call.speak('send me a link');
    assert.match(heard(), /texting a code to your registered phone/);
    const { outcome, token } = await bank.enters(await bank.code(byVoice.phone));
    assert.equal(outcome, 'entered');
    await finishes(token, 'voice');
    // The rest of what was being said, and then what came of it.
    for (const _breath of [1, 2]) await call.wait();
    assert.match(heard(), /is unfrozen/);
    await call.hangUp();
    assert.equal(await status(byVoice), 'active');
  });

  it('unfreezes on the web: with eight digits in the browser that has asked', async () => {
    const conversation = await Conversation.with(bank.from('198.51.100.7'));
    await conversation.say(`unfreeze ${onWeb.number}`);
    assert.deepEqual(await conversation.say('send me a link'), ['secureCode.page', 'secureCode.sent']);
    const [page = assert.fail()] = (await conversation.all())
      .flatMap(({ attachments = [] }) => attachments)
      .filter(({ contentType }) => contentType === codePageContentType)
      .map(({ content }) => CodePage.parse(content));
    const { pathname, hash } = new URL(page.address);
    assert.equal(pathname, '/s');
    const code = await bank.code(onWeb.phone);
    const { outcome, token } = await bank.enters(code.slice(0, 8), { browser: hash.slice(1) });
    assert.equal(outcome, 'entered');
    await finishes(token, 'webChat');
    assert.equal((await conversation.say('done'))[0], 'outcome.unfrozen');
    assert.equal(await status(onWeb), 'active');
  });

  it('gets receipts that cannot be answered, and freezes again by the code in one', async () => {
    const code = await bank.code(onWeb.phone, { isNotice: true });
    assert.equal(await bank.freezes(code), 'frozen');
    assert.equal(await status(onWeb), 'frozen');
    // The bots ask at their start, and every minute.
    await bank.restarts();
    await bank.logs('has disowned an unfreezing on the page', 1);
    assert.match(
      await bank.run('cases', 'list'),
      new RegExp(`unfreezingDisowned.*${onWeb.lastFour}|${onWeb.lastFour}.*unfreezingDisowned`),
    );
  });

  it('has got texts without an address, a call for a reply, or no name', () => {
    // What is blanked at the carrier goes there as a message without words.
    const texts = bank.provider.messages.filter(({ body }) => body !== '');
    assert.ok(texts.length >= 6);
    for (const { body } of texts) {
      assert.ok(!holdsAddress(body), body);
      // Asked for from the registered phone it is in the language of the conversation, else in the customer's.
      assert.match(body, /^(【.+】.*本訊息無法回覆。|Harbour: .*This message cannot be answered\.)$/s);
      assert.doesNotMatch(body.replace('本訊息無法回覆。', ''), /回覆|reply/i);
    }
  });
});
