import assert from 'node:assert/strict';
import { minutes } from '../../kit/time.ts';
import { Conversation } from '../journeys/conversation.ts';
import { cardNumber } from '../services/cardSystem/cardFiles.ts';
import { ProductionBank } from './productionBank.ts';

const transactionPassword = '802461';
const owner = { phone: '+12025550171', number: cardNumber(1) };
const other = { phone: '+12025550172', number: cardNumber(2) };
const frozen = {
  language: 'en',
  transactionPassword,
  status: 'frozen',
  freezeReasons: 'abnormalTransaction',
};

/** Two addresses of the same stranger, which no limit counts together. */
const addresses = ['198.51.100.7', '203.0.113.9'];

describe('who knows a card number and has two addresses', function () {
  this.timeout(120_000);
  let bank: ProductionBank;
  before(async () => {
    const cards = [owner, other].map(({ phone, number }) => ({ ...frozen, phone, cardNumber: number }));
    bank = await ProductionBank.opened(cards);
  });
  after(() => bank.close());

  async function talks(address: string, number: string): Promise<Conversation> {
    const conversation = await Conversation.with(bank.from(address));
    assert.equal((await conversation.say(`unfreeze ${number}`))[0], 'cardStatus.frozen');
    return conversation;
  }
  const asksForLink = async (address: string, number: string) => {
    const [answer] = await (await talks(address, number)).say('send me a link');
    return answer;
  };
  /** Fails as often as it is let, from both addresses. @returns what every way but the owner's hears after that */
  async function failsEverywhere(number: string): Promise<string | undefined> {
    let answer: string | undefined;
    for (const address of [...addresses, ...addresses, ...addresses]) {
      const conversation = await talks(address, number);
      await conversation.say('yes');
      for (let tries = 0; tries < 3; tries++) {
        [answer] = await conversation.give('transactionPassword', '000000');
        await bank.passes(61_000);
        if (answer?.startsWith('outcome.locked')) break;
      }
    }
    return answer;
  }

  it('ends no link that its owner has open, and has no other sent', async () => {
    assert.equal(await asksForLink('192.0.2.1', owner.number), 'secureLink.sent');
    const token = await bank.link(owner.phone);
    const heard: (string | undefined)[] = [];
    for (const address of [...addresses, ...addresses]) heard.push(await asksForLink(address, owner.number));
    assert.equal((await bank.view(token)).outcome, 'open', 'the owner’s link was ended');
    assert.deepEqual(heard, Array<string>(4).fill('secureLink.onItsWay'));
    assert.equal(await failsEverywhere(owner.number), 'outcome.locked');
    assert.equal(bank.provider.messages.length, 1);
    assert.equal(await bank.gives(token, 'transactionPassword', transactionPassword), 'unfrozen');
  });

  it('closes no way to a link that is asked for from the registered phone', async () => {
    assert.equal(await failsEverywhere(other.number), 'outcome.locked');
    const heard = new Set<string | undefined>();
    for (let times = 0; times < 12; times++) {
      heard.add(await asksForLink(addresses[times % 2] ?? '', other.number));
      await bank.passes(11 * minutes);
      if (times % 3 === 2) await bank.passes(30 * minutes);
    }
    assert.ok(heard.has('secureLink.tooManyHere'), `${[...heard]}`);
    const before = bank.provider.messages.length;
    const { replies } = await bank.carrier.text(other.phone, `unfreeze ${other.number}`);
    assert.match(replies.join(' '), /yes/i);
    const [said] = (await bank.carrier.text(other.phone, 'yes')).replies;
    assert.match(said ?? '', /sending a link/);
    const token = await bank.link(other.phone, before);
    assert.equal(await bank.gives(token, 'transactionPassword', transactionPassword), 'unfrozen');
  });
});
