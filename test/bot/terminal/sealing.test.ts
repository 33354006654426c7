import assert from 'node:assert/strict';
import { compactDecrypt, decodeProtectedHeader } from 'jose';
import { Sealing } from '../../../bot/terminal/sealing.ts';
import { mask } from '../../../bot/terminal/secretsInText.ts';
import type { Content, Delivery, Sealed } from '../../../bot/turn/delivery.ts';
import type { Awaited } from '../../../dialogs/prompts/awaited.ts';
import type { Heard } from '../../../dialogs/understanding/heard.ts';
import { EnvelopeHeader, unpad } from '../../../services/contract/sealedEnvelope.ts';
import { submittedItemKind } from '../../../services/contract/secureForm.ts';
import { asked, delivery, document, password, privateKey, request } from './awaitedItems.ts';

const card = '6200000000000011114';
const named = { card: `card_${'A'.repeat(22)}`, lastFour: '1114' };

describe('the sealing between channels and terminal', () => {
  const words: Awaited = { what: 'words' };

  const numbers: string[] = [];
  const sealing = new Sealing({
    customerService: {
      nameCard: async (number) => {
        numbers.push(number);
        return named;
      },
    },
    nameCode: (code) => `name of ${code.length} digits`,
  });
  const seals = (awaited: Awaited, text: string, more: Partial<Delivery> = {}) =>
    sealing.seal(delivery(more), { what: 'words', text }, awaited);
  const textOf = (content: Content) => (content.what === 'words' ? content.text : content.what);
  const everything = (value: unknown) => JSON.stringify(value);
  const found = ({ heard }: Sealed<Heard>) => heard.found;

  it('tells the channel what it took out of a text, so that the text can be blanked where it came from', async () => {
    const held = async (awaited: Awaited, text: string) => (await seals(awaited, text)).held;
    assert.equal(await held(words, `my card ${card} is frozen`), 'cardNumber');
    assert.equal(await held({ what: 'cardNumber' }, '62000'), 'cardNumber');
    assert.equal(await held(words, 'it is 246801'), 'secret');
    assert.equal(await held(asked('transactionPassword'), '246801'), 'secret');
    assert.equal(await held(asked('identityDocument'), '1101'), 'secret');
    for (const text of ['hello', '1', '', 'my card ends 1114'])
      assert.equal(await held(words, text), undefined);
    assert.equal(await held(asked('transactionPassword'), 'why do you ask?'), undefined);
  });

  it('turns a card number into a reference, and shows its last four digits', async () => {
    const sealed = await seals(words, `my card ${card} is frozen`);
    assert.equal(textOf(sealed.shown), `my card ${mask}1114 is frozen`);
    assert.deepEqual(found(sealed), { what: 'card', card: named });
    assert.equal(numbers.at(-1), card);
    assert.ok(!everything(sealed).includes(card));
    assert.deepEqual(sealed.heard.content, sealed.shown);
  });

  it('finds several card numbers in one message, each once, and shows the last four digits of each', async () => {
    const other = '6200000000000022228';
    for (const text of [`${card} ${other}`, `${card}\n${other}`, `${card}, ${other} and ${card} again`]) {
      numbers.length = 0;
      const sealed = await seals(words, text);
      assert.equal(found(sealed)?.what, 'cards', text);
      assert.deepEqual(numbers, [card, other]);
      assert.ok(!everything(sealed).includes(card.slice(0, 15)), text);
    }
  });

  it('takes another card’s number for what it is while a secret is asked for, if it is called one', async () => {
    const correction = await seals(asked('identityDocument'), `no, my card is ${card}`);
    assert.deepEqual(found(correction), { what: 'card', card: named });
    const bare = await seals(asked('identityDocument'), card);
    assert.equal(found(bare)?.what, 'itemProblem');
  });

  it('turns the code of a case into what stands for it, at a question for a secret only where it is called one', async () => {
    const code = '1234 5678 90123';
    const stands = { what: 'caseCode', name: 'name of 13 digits' };
    for (const [awaited, text] of [
      [words, code],
      [{ what: 'cardNumber' }, code],
      [asked('transactionPassword'), `the code is ${code}`],
    ] as const) {
      const { shown, heard, kept, held } = await seals(awaited, text);
      assert.deepEqual([heard.found, kept.found], [stands, stands], text);
      assert.equal(held, undefined);
      assert.ok(!/\d/.test(textOf(shown) + textOf(heard.content) + textOf(kept.content)), text);
    }
    const half = await seals(asked('identityDocument'), code);
    assert.equal(found(half)?.what, 'itemProblem');
  });

  it('asks again for a card number that is none of the bank’s, and takes the one beside it that is', async () => {
    const ofBank = new Sealing({
      customerService: { nameCard: async () => named },
      nameCode: () => 'none',
      cardNumbers: [{ prefix: '62', shortest: 16, longest: 19 }],
    });
    const says = (text: string) => ofBank.seal(delivery(), { what: 'words', text }, { what: 'cardNumber' });
    const cut = await says(card.slice(2));
    assert.deepEqual(found(cut), { what: 'cardNumberProblem', problem: 'otherBank', count: 17 });
    assert.equal(textOf(cut.shown), mask);
    assert.equal(cut.held, 'cardNumber');
    assert.deepEqual(found(await says(`4111111111111111, ${card}`)), { what: 'card', card: named });
  });

  it('says what is wrong with a card number, and keeps it from everyone', async () => {
    const sealed = await seals({ what: 'cardNumber' }, '62000000000000111141');
    assert.deepEqual(found(sealed), { what: 'cardNumberProblem', problem: 'length', count: 20 });
    assert.equal(textOf(sealed.shown), mask);
  });

  it('takes four digits from a telephone for the last four of a card, and from nowhere else', async () => {
    const byPhone = { phone: '+12025550101' };
    for (const text of ['1114', 'it ends in 1114', '尾号 一一一四', '１１１４']) {
      const sealed = await seals({ what: 'cardNumber' }, text, byPhone);
      assert.deepEqual(found(sealed), { what: 'lastFour', lastFour: '1114' }, text);
      assert.match(textOf(sealed.shown), /1114/);
      const inTheChat = await seals({ what: 'cardNumber' }, text, { network: '198.51.100.7' });
      assert.equal(found(inTheChat)?.what, 'cardNumberProblem');
    }
    const five = await seals({ what: 'cardNumber' }, '11142', byPhone);
    assert.deepEqual(found(five), { what: 'cardNumberProblem', problem: 'length', count: 5 });
    assert.equal(found(await seals(words, '1114', byPhone)), undefined);
    const secret = await seals(asked('transactionPassword'), '1114', byPhone);
    assert.equal(found(secret)?.what, 'itemProblem');
    assert.equal(textOf(secret.shown), mask);
  });

  it('seals the asked-for item, and shows, hears and keeps a mask where it stood', async () => {
    for (const [item, text, normal] of [
      ['identityDocument', '１１０１０５ 19491231 002x', document],
      ['transactionPassword', '二四六 八零幺', password],
    ] as const) {
      const sealed = await seals(asked(item), text);
      const { shown, heard, kept } = sealed;
      assert.deepEqual([shown, heard.content, kept.content].map(textOf), [mask, mask, mask]);
      assert.ok(heard.found?.what === 'sealedItem');
      const { envelope } = heard.found.sealed;
      assert.equal(unpad((await compactDecrypt(envelope, privateKey)).plaintext), normal);
      const lost = { authenticationRequest: request.id, item, attempt: 1 };
      assert.deepEqual(kept.found, { what: 'lostItem', item: lost });
      assert.ok(!everything(sealed).includes(normal));
      assert.ok(!everything([shown, kept]).includes(envelope));
    }
  });

  it('names a wrong format and seals nothing', async () => {
    const wrong: [Parameters<typeof asked>[0], string, string, number][] = [
      ['transactionPassword', '24680', 'length', 5],
      ['transactionPassword', '24680a', 'notDigits', 6],
      ['identityDocument', '110105194912310021', 'checkCharacter', 18],
    ];
    for (const [item, text, problem, count] of wrong) {
      const sealed = await seals(asked(item), text);
      assert.deepEqual(found(sealed), { what: 'itemProblem', item, problem, count }, text);
      assert.ok(!everything(sealed).includes(text), text);
    }
  });

  it('seals the same delivery under the same id', async () => {
    const sealedId = async (id: string) => {
      const sealed = found(await seals(asked('transactionPassword'), password, { id }));
      assert.ok(sealed?.what === 'sealedItem');
      return EnvelopeHeader.parse(decodeProtectedHeader(sealed.sealed.envelope)).jti;
    };
    const first = await sealedId('SM1');
    assert.deepEqual([await sealedId('SM1'), (await sealedId('SM2')) === first], [first, false]);
  });

  it('takes what a masked field of a form sent for the item that it was asked for, and for no other', async () => {
    const form = {
      thawline: submittedItemKind,
      authenticationRequest: request.id,
      item: 'transactionPassword',
      attempt: 1,
      value: password,
    };
    const submits = (awaited: Awaited, more: object = {}) =>
      sealing.seal(delivery(), { what: 'words', text: '', form: { ...form, ...more } }, awaited);
    const sealed = await submits(asked('transactionPassword'));
    assert.equal(found(sealed)?.what, 'sealedItem');
    assert.ok(!everything(sealed).includes(password));
    const others: [Awaited, object][] = [
      [words, {}],
      [asked('identityDocument'), {}],
      [asked('transactionPassword', 2), {}],
      [asked('transactionPassword'), { authenticationRequest: '7f1c2f9c-0a54-4c59-9d3e-6a9c1f6d2b11' }],
    ];
    for (const [awaited, more] of others) {
      const over = await submits(awaited, more);
      assert.deepEqual(found(over), { what: 'unreadableForm' });
      assert.ok(!everything(over).includes(password));
    }
  });

  it('lets talk through while a secret is asked for', async () => {
    const sealed = await seals(asked('transactionPassword'), 'why do you ask?');
    assert.equal(textOf(sealed.shown), 'why do you ask?');
    assert.equal(found(sealed), undefined);
  });

  it('scrubs a secret that nobody asked for', async () => {
    for (const stray of [document, password, 'my password is 246801']) {
      const sealed = await seals(words, stray);
      assert.deepEqual(found(sealed), { what: 'strayedSecret' });
      assert.doesNotMatch(everything(sealed), /246801|110105/);
    }
  });

  it('hears of an event, a wish and an arrival what they are, whatever is asked for', async () => {
    const contents: Content[] = [
      { what: 'event', name: 'authenticationInformation', value: { number: document } },
      { what: 'wish', wish: 'silence' },
      { what: 'arrives' },
    ];
    const heard = contents.map(async (content) => {
      const { heard, shown } = await sealing.seal(delivery(), content, asked('identityDocument'));
      return [heard.found?.what ?? heard.content.what, shown.what];
    });
    assert.deepEqual(await Promise.all(heard), [
      ['unreadableForm', 'event'],
      ['silence', 'wish'],
      ['arrives', 'arrives'],
    ]);
  });

  it('keeps nothing of what is too long to be read, whatever is asked for', async () => {
    const fillers = ['ab ', 'ﷺ', '㋿', '…', '　', '卡', '\u200b'];
    const tail = `${document} 246801 ${card}`;
    for (const awaited of [words, { what: 'cardNumber' } as const, asked('identityDocument')])
      for (const filler of fillers)
        for (const length of [3900, 4096, 9000]) {
          const text = `${filler.repeat(length / filler.length)} ${tail}`;
          const kept = everything(await sealing.seal(delivery(), { what: 'words', text }, awaited));
          assert.doesNotMatch(kept.normalize('NFKC'), /110105|246801|620000/, `${filler} ${length}`);
          assert.ok(kept.length < 30_000, `${filler} ${length}: ${kept.length}`);
        }
  });

  it('keeps nothing of what is no text but that there was something', async () => {
    const contents: Content[] = [
      { what: 'words', text: ' ', attached: true },
      { what: 'words', text: '', form: { number: document } },
    ];
    for (const content of contents) {
      const sealed = await sealing.seal(delivery(), content, words);
      assert.deepEqual(found(sealed), { what: 'attachment' });
      assert.ok(!everything(sealed).includes(document));
    }
    assert.equal(found(await sealing.seal(delivery(), { what: 'words', text: '' }, words)), undefined);
  });
});
