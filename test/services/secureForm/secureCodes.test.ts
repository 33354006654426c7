// Guards a secret: a code opens the form once, for ten minutes, and nobody's wrong guess ends another's.
import assert from 'node:assert/strict';
import { minutes } from '../../../kit/time.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import type { UserTerminal } from '../../../services/contract/userTerminal.ts';
import { newToken } from '../../../services/notifications/linkToken.ts';
import { SecureLinkRows } from '../../../services/tables/secureLink.ts';
import { mostWrongCodes } from '../../../services/throttling/codeLimit.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { trailOf } from '../audit/trailOf.ts';
import { textForms } from '../profiles/forms.ts';
import { openTestBank, type TestBank, wangWei, zhaoLei } from '../testBank.ts';
import { Phone } from './phone.ts';

const caller: UserTerminal = { channel: 'voice', address: 'caller_a' };
const inHongKong = textForms({ bank: 'hk', countries: new Map() });
const wrong = '1234567890123';

onEachDatabase('a code for the secure form', (empty) => {
  let bank: TestBank;
  let phone: Phone;
  beforeEach(async () => {
    bank = await openTestBank({
      empty,
      texts: inHongKong,
      secureFormUrl: () => 'https://cards.bank.example',
    });
    phone = new Phone(bank);
  });
  afterEach(() => bank.close());

  async function sent(number: string): Promise<{ id: string; code: string }> {
    const of = { card: await bank.card(number), userTerminal: caller };
    await bank.customerService.queryCardStatus(of);
    const answer = await bank.processor.requestUnfreezing({
      ...of,
      through: 'secureLink',
      language: 'zh-Hant',
    });
    assert.ok(answer.outcome === 'secureLinkSent', answer.outcome);
    assert.equal(answer.by, 'code');
    return { id: answer.id, code: (await phone.code()).replaceAll(' ', '') };
  }
  const enters = (code: string, { token = newToken(), network = undefined as string | undefined } = {}) =>
    bank.secureCodes.enter({ code, token, network });
  const state = async (id: string) => (await bank.processor.unfreezeRequestState(id)).state;

  it('is sent without an address and in groups, opens the form on the page where it is entered, and unfreezes', async () => {
    const { id, code } = await sent(zhaoLei.number);
    const [{ to, body } = { to: '', body: '' }] = phone.messages;
    assert.equal(to, zhaoLei.phone);
    assert.doesNotMatch(body, /:\/\/|\/s\/|\w\.\w/);
    assert.match(body, /^Thawline: Someone asked by telephone/);
    assert.match(
      body,
      new RegExp(`enter ${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)} within 10 min`),
    );
    const token = newToken();
    assert.equal(await enters(code, { token }), 'entered');
    const open = await bank.secureLinks.view(token);
    assert.deepEqual(
      [open?.link.channel, open?.link.lastFour, open?.link.language],
      ['voice', '4446', 'zh-Hant'],
    );
    assert.ok(open);
    const { authenticationRequest } = open;
    const item = 'transactionPassword';
    const envelope = await seal(zhaoLei.transactionPassword, { authenticationRequest, item });
    const given = await bank.secureLinks.give(token, { item, envelope, network: undefined });
    assert.equal(given?.answer.outcome, 'unfrozen');
    assert.equal(await state(id), 'unfrozen');
    const actions = (await trailOf(bank)).map(({ action }) => action);
    assert.deepEqual(actions.slice(-4), [
      'secureLinkRequested',
      'messageSent',
      'secureCodeEntered',
      'cardUnfrozen',
    ]);
  });

  it('works once: a second browser opens nothing with it, and the first one may ask for its answer again', async () => {
    const { code } = await sent(zhaoLei.number);
    const token = newToken();
    const both = await Promise.all([enters(code, { token }), enters(code)]);
    assert.deepEqual(both.toSorted(), ['entered', 'used']);
    const [isFirst] = both.map((outcome) => outcome === 'entered');
    assert.equal(await enters(code, { token }), isFirst ? 'entered' : 'used');
    assert.equal((await bank.secureLinks.view(token)) !== undefined, isFirst);
  });

  it('is over after ten minutes, after “not me”, and when another way has ended it; it is known as over for a day', async () => {
    const first = await sent(zhaoLei.number);
    bank.passes(10 * minutes);
    assert.equal(await enters(first.code), 'over');
    const second = await sent(zhaoLei.number);
    const token = newToken();
    await enters(second.code, { token });
    await bank.secureLinks.deny(token);
    assert.equal(await bank.secureLinks.view(token), undefined);
    assert.equal(await enters(second.code), 'used');
    const third = await sent(wangWei.number);
    await bank.freeze(wangWei.number, 'customerRequest');
    await sent(wangWei.number);
    assert.equal(await enters(third.code), 'over');
    bank.passes(20 * 60 * minutes);
    assert.equal(await enters(first.code), 'over', 'yesterday’s');
  });

  it('is not ended by wrong guesses, however many: they count where they come from', async () => {
    const { code } = await sent(zhaoLei.number);
    const network = '203.0.113.7';
    for (let count = 0; count < mostWrongCodes; count++)
      assert.equal(await enters(wrong, { network }), 'unknown');
    assert.equal(await enters(wrong, { network }), 'tooMany');
    assert.equal(await enters(code, { network }), 'tooMany', 'a right guess is not told from a wrong one');
    assert.equal(await enters(code, { network: '198.51.100.1' }), 'entered');
    bank.passes(10 * minutes);
    assert.equal(await enters(wrong, { network }), 'unknown');
  });

  it('lets no guesses that come at the same moment past the limit of their address', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: mostWrongCodes + 15 }, () => enters(wrong, { network: '203.0.113.8' })),
    );
    assert.equal(outcomes.filter((outcome) => outcome === 'unknown').length, mostWrongCodes);
  });

  it('is slowed for everybody where more are wrong over all than on an ordinary day, and refused to nobody', async () => {
    const { code } = await sent(zhaoLei.number);
    for (let count = 0; count < 299; count++) await enters(wrong, { network: `10.${count}.0.1` });
    assert.deepEqual(bank.heldBack, []);
    await enters(wrong, { network: '10.250.0.1' });
    assert.equal(await enters(code), 'entered');
    assert.deepEqual(bank.heldBack, [250, 250]);
    assert.equal((await bank.overall()).counts.wrongCodes, 300);
  });

  it('stands nowhere in the database but sealed until it was sent, and then nowhere at all', async () => {
    const { code } = await sent(zhaoLei.number);
    await enters(code);
    const links = await bank.store.read((manager) => manager.find(SecureLinkRows));
    assert.match(links[0]?.codeIndex ?? '', /^[\w-]{43}$/);
    const everywhere = Buffer.concat([await bank.content(), Buffer.from(phone.logged)]);
    for (const form of [code, Buffer.from(code).toString('base64'), phone.messages[0]?.body ?? ''])
      assert.ok(!everywhere.includes(form));
  });

  it('leaves links with an address to customers whose country has no rule against one', async () => {
    const plain = await openTestBank({ empty });
    const of = { card: await plain.card(zhaoLei.number), userTerminal: caller };
    await plain.customerService.queryCardStatus(of);
    const answer = await plain.processor.requestUnfreezing({ ...of, through: 'secureLink' });
    assert.deepEqual(Object.keys(answer).toSorted(), ['expiresAt', 'id', 'outcome']);
    await plain.close();
  });

  describe('in the browser in which the case was begun', () => {
    const browserOf = { channel: 'webChat', address: 'browser_a' } as const;
    async function begun(number: string, userTerminal: UserTerminal = browserOf) {
      const of = { card: await bank.card(number), userTerminal };
      await bank.customerService.queryCardStatus(of);
      const answer = await bank.processor.requestUnfreezing({ ...of, through: 'secureLink' });
      assert.ok(answer.outcome === 'secureLinkSent', answer.outcome);
      const { id, page = '' } = answer;
      const [address, browser = ''] = page.split('#');
      const code = (await phone.code()).replaceAll(' ', '');
      return { id, address, browser, code, short: code.slice(0, 8) };
    }
    const gives = (code: string, browser: string | undefined, token = newToken()) =>
      bank.secureCodes.enter({ code, token, ...(browser && { browser }), network: '203.0.113.7' });
    const other = (short: string) => short.replace(/^./, (digit) => String((Number(digit) + 1) % 10));

    it('eight digits are enough, once, and all thirteen work too', async () => {
      const { address, browser, short } = await begun(zhaoLei.number);
      assert.equal(address, 'https://cards.bank.example/s');
      const token = newToken();
      assert.equal(await gives(short, browser, token), 'entered');
      assert.equal(await gives(short, browser, token), 'entered');
      assert.equal(await gives(short, browser), 'used');
      assert.ok(await bank.secureLinks.view(token));
      const next = await begun(wangWei.number);
      assert.equal(await gives(next.code, next.browser), 'entered');
    });

    it('they open that case alone, and nothing anywhere else', async () => {
      const zhaos = await begun(zhaoLei.number);
      const wangs = await begun(wangWei.number);
      assert.equal(await gives(wangs.short, zhaos.browser), 'unknown');
      assert.equal(await gives(zhaos.short, undefined), 'thirteen');
      assert.equal(await gives(zhaos.short, newToken()), 'thirteen');
      assert.equal(await gives(zhaos.short, zhaos.browser), 'entered');
    });

    it('five wrong ones end it, and nobody else’s case', async () => {
      const { id, browser, short, code } = await begun(zhaoLei.number);
      const wangs = await begun(wangWei.number);
      const outcomes = await Promise.all(Array.from({ length: 7 }, () => gives(other(short), browser)));
      assert.deepEqual(outcomes.toSorted(), ['ended', 'over', 'over', ...Array<string>(4).fill('unknown')]);
      assert.equal(await state(id), 'over');
      assert.equal(await gives(short, browser), 'over');
      assert.equal(await gives(code, undefined), 'over');
      assert.equal(await gives(wangs.short, wangs.browser), 'entered');
      const ended = (await trailOf(bank)).filter(({ action }) => action === 'secureCodeEnded');
      assert.equal(ended.length, 1);
    });

    it('whoever asks while a code is on its way gets no such browser, nor does a channel that is no page of ours', async () => {
      await begun(zhaoLei.number);
      const stranger = { channel: 'webChat', address: 'stranger' } as const;
      const of = { card: await bank.card(zhaoLei.number), userTerminal: stranger };
      const answer = await bank.processor.requestUnfreezing({ ...of, through: 'secureLink' });
      assert.deepEqual([answer.outcome, 'page' in answer], ['secureLinkOnItsWay', false]);
      assert.equal((await begun(wangWei.number, caller)).browser, '');
    });
  });
});
