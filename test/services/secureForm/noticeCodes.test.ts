// Guards money: whoever hears by a notice of an unfreezing that was not theirs freezes the card again, and the code does no more.
import assert from 'node:assert/strict';
import pino from 'pino';
import { hours, minutes } from '../../../kit/time.ts';
import { newToken } from '../../../services/notifications/linkToken.ts';
import { Undeliverable } from '../../../services/notifications/messageSender.ts';
import { OverdueReceipts } from '../../../services/notifications/overdueReceipts.ts';
import { mostWrongCodes } from '../../../services/throttling/codeLimit.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { trailOf } from '../audit/trailOf.ts';
import { textForms } from '../profiles/forms.ts';
import { liNa, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';
import { Phone } from './phone.ts';

const wrong = '1234567890123';

onEachDatabase('the code in the receipt of an unfreezing', (empty) => {
  let bank: TestBank;
  let phone: Phone;
  beforeEach(async () => {
    bank = await openTestBank({ empty, texts: textForms({ bank: 'sg', countries: new Map() }) });
    phone = new Phone(bank);
  });
  afterEach(() => bank.close());

  /** Somebody unfreezes Zhao Lei's card. @returns the code that his phone gets */
  async function unfreezes(): Promise<string> {
    const request = await bank.authenticationRequest(zhaoLei.number);
    const { outcome } = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'unfrozen');
    return (await phone.noticeCode()).replaceAll(' ', '');
  }
  const enters = (code: string, network?: string) =>
    bank.secureCodes.enter({ code, token: newToken(), network });
  const denies = (code: string, network?: string) => bank.secureCodes.deny({ code, network });
  const statusOf = async (number: string) => (await bank.cardSystem.find(await bank.card(number)))?.card;
  const due = async () => (await bank.receipts.unreachedReceipts({ most: 20 })).receipts;

  it('stands in it where nobody can reply, with the number to call', async () => {
    const code = await unfreezes();
    const [{ body } = { body: '' }] = phone.messages;
    assert.doesNotMatch(body, /reply|:\/\//i);
    assert.match(
      body,
      new RegExp(`enter ${code.slice(0, 4)} .* or call \\+12025550100 now\\. This message cannot be`),
    );
  });

  it('tells what was unfrozen, where and when, and looking at it changes nothing', async () => {
    const code = await unfreezes();
    const outcome = await enters(code);
    assert.ok(typeof outcome === 'object');
    const { lastFour, channel, unfrozenAt } = outcome.notice;
    assert.deepEqual([lastFour, channel, unfrozenAt], ['4446', 'webChat', bank.now().toISOString()]);
    assert.equal((await statusOf(zhaoLei.number))?.status, 'active');
    assert.deepEqual(await due(), []);
  });

  it('freezes that card again and no other, ends what is open for it, and has one case opened', async () => {
    const code = await unfreezes();
    const liNas = await statusOf(liNa.number);
    assert.equal(await denies(code), 'frozenAgain');
    assert.deepEqual((await statusOf(zhaoLei.number))?.freezes, ['suspectedFraud']);
    assert.deepEqual(await statusOf(liNa.number), liNas);
    assert.equal(await denies(code), 'frozenAgain', 'said again, done once');
    const actions = (await trailOf(bank)).map(({ action }) => action);
    assert.deepEqual(actions.slice(-2), ['unfreezingDisowned', 'cardFrozen']);
    const [one = assert.fail(), ...others] = await due();
    assert.deepEqual(
      [one.why, one.lastFour, one.channel, one.language, others],
      ['disowned', '4446', 'webChat', 'en', []],
    );
    assert.deepEqual(await due(), [], 'one bot at a time is asked for it');
    bank.passes(5 * minutes);
    assert.equal((await due()).length, 1);
    await bank.receipts.noteReceiptCase({ receipt: one.receipt, caseId: 'K-4821' });
    bank.passes(5 * minutes);
    assert.deepEqual(await due(), []);
    assert.equal((await trailOf(bank)).at(-1)?.action, 'receiptCaseOpened');
  });

  it('freezes once, of several who enter it at the same moment', async () => {
    const code = await unfreezes();
    const outcomes = await Promise.all([denies(code), denies(code), denies(code)]);
    assert.ok(
      outcomes.every((outcome) => outcome === 'frozenAgain' || outcome === 'freezing'),
      `${outcomes}`,
    );
    const frozen = (await trailOf(bank)).filter(({ action }) => action === 'cardFrozen');
    assert.equal(frozen.length, 1);
    assert.equal((await due()).length, 1);
  });

  it('lives for 72 hours', async () => {
    const code = await unfreezes();
    bank.passes(72 * hours - 1);
    assert.ok(typeof (await enters(code)) === 'object');
    bank.passes(1);
    assert.equal(await enters(code), 'unknown');
    assert.equal(await denies(code), 'unknown');
  });

  it('opens no form, and a code for the form freezes nothing', async () => {
    const notice = await unfreezes();
    const token = newToken();
    await bank.secureCodes.enter({ code: notice, token, network: undefined });
    assert.equal(await bank.secureLinks.view(token), undefined);
    const of = {
      card: await bank.card(liNa.number),
      userTerminal: { channel: 'voice', address: 'a' },
    } as const;
    await bank.customerService.queryCardStatus(of);
    await bank.processor.requestUnfreezing({ ...of, through: 'secureLink' });
    assert.equal(await denies((await phone.code()).replaceAll(' ', '')), 'unknown');
  });

  it('is no supply of guesses: wrong ones count where they come from, whatever was tried with them', async () => {
    const code = await unfreezes();
    const network = '203.0.113.7';
    for (let count = 0; count < mostWrongCodes; count++)
      assert.equal(await (count % 2 ? denies : enters)(wrong, network), 'unknown');
    assert.equal(await denies(code, network), 'tooMany');
    assert.equal(await denies(code, '198.51.100.1'), 'frozenAgain');
  });

  it('goes along where the bank’s own sender brings the receipt', async () => {
    phone.trouble = new Undeliverable('21610');
    await unfreezes();
    const sent: string[] = [];
    const bankSender = {
      async send({ body }: { body: string }) {
        sent.push(body);
        return { providerId: 'own' };
      },
    };
    const log = pino({ level: 'silent' });
    const letterhead = { timeZone: 'Asia/Shanghai', agentPhone: undefined };
    await new OverdueReceipts({ ...bank, clock: bank.now, log, letterhead, bankSender }).tryDue();
    const [code = ''] = sent.map((body) => /\d{4} \d{4} \d{5}/.exec(body)?.[0].replaceAll(' ', ''));
    assert.equal(await denies(code), 'frozenAgain');
  });
});
