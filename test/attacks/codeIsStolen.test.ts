import assert from 'node:assert/strict';
import { minutes } from '../../kit/time.ts';
import { CodePage, codePageContentType } from '../../services/contract/codePage.ts';
import { Conversation } from '../journeys/conversation.ts';
import { cardNumber } from '../services/cardSystem/cardFiles.ts';
import { ProductionBank } from './productionBank.ts';

const document = '510104198807153620';
const transactionPassword = '802461';
const owners = [1, 2, 3, 4].map((place) => ({ phone: `+659123456${place}`, number: cardNumber(place) }));
const [
  guessedAt = assert.fail(),
  phished = assert.fail(),
  forwarder = assert.fail(),
  noticed = assert.fail(),
] = owners;
const wrong = '1234567890123';
const thief = '198.51.100.66';

describe('a thief who is after the code in a text', function () {
  this.timeout(180_000);
  let bank: ProductionBank;
  before(async () => {
    const frozen = {
      language: 'en',
      identityDocumentType: 'residentIdentityCard',
      identityDocument: document,
      transactionPassword,
      status: 'frozen',
      freezeReasons: 'customerRequest',
    };
    const cards = owners.map(({ phone, number }) => ({ ...frozen, phone, cardNumber: number }));
    bank = await ProductionBank.opened(cards, { PROFILES: 'sg', TWILIO_FROM: 'HARBOUR' });
  });
  after(() => bank.close());

  /** Somebody has a code sent to a card's owner, in web chat. @returns the page that it opens in that browser */
  async function asks(
    address: string,
    number: string,
  ): Promise<{ conversation: Conversation; browser: string }> {
    const conversation = await Conversation.with(bank.from(address));
    await conversation.say(`unfreeze ${number}`);
    await conversation.say('send me a link');
    const pages = (await conversation.all())
      .flatMap(({ attachments = [] }) => attachments)
      .filter(({ contentType }) => contentType === codePageContentType)
      .map(({ content }) => new URL(CodePage.parse(content).address).hash.slice(1));
    return { conversation, browser: pages.at(-1) ?? '' };
  }
  /** Waits until the text is there that something has sent. */
  async function comes<Done>(sends: () => Promise<Done>): Promise<Done> {
    const before = bank.provider.messages.length;
    const done = await sends();
    while (bank.provider.messages.length === before) await bank.provider.nextMessage();
    return done;
  }
  async function statusOf(number: string): Promise<string | undefined> {
    const listed = JSON.parse((await bank.run('cards', 'list', '--json')).replace(/^[^[]*/, ''));
    return listed.find((card: { last4: string }) => card.last4 === number.slice(-4))?.status;
  }

  it('guesses: is stopped where they come from, and ends nobody’s code', async () => {
    await asks('203.0.113.1', guessedAt.number);
    const code = await bank.code(guessedAt.phone);
    const outcomes: unknown[] = [];
    for (let guess = 0; guess < 25; guess++) {
      // One digit beside the right one, as whoever has read over a shoulder would try.
      const near = String((BigInt(code) + BigInt(guess) + 1n) % 10n ** 13n).padStart(13, '0');
      outcomes.push((await bank.enters(near, { from: thief })).outcome);
    }
    assert.deepEqual(outcomes, [...Array(20).fill('unknown'), ...Array(5).fill('tooMany')]);
    assert.equal((await bank.enters(code, { from: thief })).outcome, 'tooMany', 'not even the right one');
    assert.equal((await bank.enters(code, { from: '203.0.113.1' })).outcome, 'entered');
  });

  it('guesses eight digits in a browser of their own: five end what they have begun, and the owner begins anew', async () => {
    await bank.passes(10 * minutes);
    const { browser } = await comes(() => asks(thief, guessedAt.number));
    const code = await bank.code(guessedAt.phone);
    const other = (place: number) => String((Number(code.slice(0, 8)) + place + 1) % 1e8).padStart(8, '0');
    const outcomes: unknown[] = [];
    for (let guess = 0; guess < 6; guess++)
      outcomes.push((await bank.enters(other(guess), { from: thief, browser })).outcome);
    assert.deepEqual(outcomes, [...Array(4).fill('unknown'), 'ended', 'over']);
    const own = await comes(() => asks('203.0.113.2', guessedAt.number));
    const fresh = await bank.code(guessedAt.phone);
    assert.notEqual(fresh, code);
    assert.equal((await bank.enters(fresh.slice(0, 8), { browser: own.browser })).outcome, 'entered');
  });

  it('phishes: has the form with the code, and not what it asks for; the owner hears that it was used', async () => {
    const { conversation } = await asks(thief, phished.number);
    const code = await bank.code(phished.phone);
    // The conversation takes no code, whoever wrote it there.
    assert.deepEqual(await conversation.say(code), ['secureCode.notHere', 'secureLink.open']);
    const { outcome, token } = await bank.enters(code, { from: thief });
    assert.equal(outcome, 'entered');
    assert.equal(await bank.gives(token, 'identityDocument', '110105194912310021'), 'itemTaken');
    assert.equal(await bank.gives(token, 'transactionPassword', '111111'), 'notAccepted');
    assert.equal((await bank.enters(code, { from: '203.0.113.3' })).outcome, 'used');
    assert.equal(await statusOf(phished.number), 'frozen');
  });

  it('gets one that is forwarded, after its owner: it opens nothing a second time, nor when all is done', async () => {
    await asks('203.0.113.4', forwarder.number);
    const code = await bank.code(forwarder.phone);
    const { token } = await bank.enters(code, { from: '203.0.113.4' });
    const second = await bank.enters(code, { from: thief });
    assert.equal(second.outcome, 'used');
    assert.equal((await bank.view(second.token)).outcome, 'gone');
    await bank.gives(token, 'identityDocument', document);
    assert.equal(await bank.gives(token, 'transactionPassword', transactionPassword), 'unfrozen');
    assert.equal((await bank.enters(code, { from: thief })).outcome, 'used');
    assert.equal((await bank.view(token)).outcome, 'gone');
  });

  it('has yesterday’s: it is over, and so is a notice’s after three days', async () => {
    await asks('203.0.113.5', noticed.number);
    const code = await bank.code(noticed.phone);
    const { token } = await bank.enters(code);
    await bank.gives(token, 'identityDocument', document);
    assert.equal(await bank.gives(token, 'transactionPassword', transactionPassword), 'unfrozen');
    const notice = await bank.code(noticed.phone, { isNotice: true });
    assert.equal(notice === code, false);
    // All that a stolen notice can do is what its owner would want.
    assert.equal(
      (await bank.view((await bank.enters(notice, { from: '203.0.113.77' })).token)).outcome,
      'gone',
    );
    await bank.passes(24 * 60 * minutes);
    assert.equal((await bank.enters(code, { from: '203.0.113.78' })).outcome, 'used');
    assert.equal(await bank.freezes(wrong), 'refused');
    assert.equal(await bank.freezes(notice), 'frozen');
    assert.equal(await statusOf(noticed.number), 'frozen');
    await bank.passes(48 * 60 * minutes);
    assert.equal((await bank.enters(notice, { from: '203.0.113.79' })).outcome, 'unknown');
  });
});
