import assert from 'node:assert/strict';
import { Conversation } from '../journeys/conversation.ts';
import { cardNumber } from '../services/cardSystem/cardFiles.ts';
import { ProductionBank } from './productionBank.ts';

const document = '510104198807153620';
const frozen = {
  language: 'en',
  identityDocumentType: 'residentIdentityCard',
  identityDocument: document,
  status: 'frozen',
};
const kinds = [
  { name: 'frozen by its owner', freezeReasons: 'customerRequest' },
  { name: 'frozen for an unusual transaction', freezeReasons: 'abnormalTransaction' },
].map((kind, place) => ({ ...kind, number: cardNumber(place + 1), phone: `+1202555018${place}` }));

describe('who has stolen a wallet', function () {
  this.timeout(120_000);
  let bank: ProductionBank;
  before(async () => {
    const cards = kinds.map(({ freezeReasons, number, phone }) => ({
      ...frozen,
      transactionPassword: '',
      freezeReasons,
      phone,
      cardNumber: number,
    }));
    bank = await ProductionBank.opened(cards);
  });
  after(() => bank.close());

  for (const { name, number, phone } of kinds) {
    it(`unfreezes no card that was ${name}, on the web or from a forged number`, async () => {
      const conversation = await Conversation.with(bank.from('198.51.100.7'));
      const heard = [
        await conversation.say(`unfreeze ${number}`),
        await conversation.say('why is it frozen?'),
        await conversation.say('yes'),
      ];
      assert.deepEqual(heard, [
        ['cardStatus.frozen', 'instructions.byLink', 'unfreeze.confirm'],
        ['freeze.whyInGeneral', 'unfreeze.confirm'],
        ['secureLink.sent'],
      ]);
      await conversation.say(document);
      const told = JSON.stringify(await conversation.all());
      assert.doesNotMatch(told, /customerRequest|abnormalTransaction|you asked us|made us stop/);
      // The owner alone has the link, and hears there why.
      const token = await bank.link(phone);
      const view = await bank.view(token);
      assert.ok(view.outcome === 'open' && view.words.why);
      const { replies } = await bank.carrier.text(phone, `unfreeze ${number}`);
      assert.doesNotMatch(replies.join(' '), /you asked us|made us stop/);
      const after = (await bank.carrier.text(phone, 'yes')).replies.join(' ');
      assert.match(after, /link is already on its way/);
      await bank.carrier.text(phone, document);
      const [last] = await conversation.say('is it done?');
      assert.ok(last?.startsWith('secureLink.'), last);
      const listed = JSON.parse((await bank.run('cards', 'list', '--json')).replace(/^[^[]*/, ''));
      const { status } = listed.find((card: { last4: string }) => card.last4 === number.slice(-4));
      assert.equal(status, 'frozen');
    });

    it(`leaves its owner the way to unfreeze the card that was ${name}`, async () => {
      assert.equal(await bank.gives(await bank.link(phone), 'identityDocument', document), 'unfrozen');
    });
  }
});
