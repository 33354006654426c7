import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { compactDecrypt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { Sealing } from '../../../bot/terminal/sealing.ts';
import { mask } from '../../../bot/terminal/secretsInText.ts';
import { wishes } from '../../../bot/turn/conversationHandler.ts';
import type { ItemAsked } from '../../../dialogs/prompts/authenticationItemQuestion.ts';
import type { Awaited } from '../../../dialogs/prompts/awaited.ts';
import { heard } from '../../../dialogs/understanding/heard.ts';
import { understand } from '../../../dialogs/understanding/understand.ts';
import { EnvelopeHeader, unpad } from '../../../services/contract/sealedEnvelope.ts';
import { SealingKey } from '../../../services/contract/sealingKey.ts';

const card = '6200000000000011114';
const document = '11010519491231002X';
const named = { card: `card_${'A'.repeat(22)}`, lastFour: '1114' };
const id = '6f1c2f9c-0a54-4c59-9d3e-6a9c1f6d2b11';

const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { extractable: true });
const sealingKey = SealingKey.parse({
  ...(await exportJWK(publicKey)),
  kid: 'one',
  use: 'enc',
  alg: 'ECDH-ES',
});
const request = {
  id,
  items: [],
  attempt: 1,
  attemptsLeft: 3,
  expiresAt: '2026-11-24T08:10:00.000Z',
  sealingKey,
};

describe('the sealing between channels and terminal', () => {
  const asked = (item: 'identityDocument' | 'transactionPassword') =>
    ({ what: 'authenticationItem', item, authenticationRequest: { ...request, items: [item] } }) as Awaited;
  const words: Awaited = { what: 'words' };

  const numbers: string[] = [];
  const sealing = (awaited: Awaited) =>
    new Sealing({
      customerService: {
        nameCard: async (number) => {
          numbers.push(number);
          return named;
        },
      },
      nameCode: (code) => `name of ${code.length} digits`,
      awaited: async () => awaited,
    });
  const typed = (text: string | undefined, more: Partial<Activity> = {}) =>
    ({ type: 'message', text, ...more }) as Activity;
  const seals = (awaited: Awaited, activity: Activity) => sealing(awaited).seal(activity);
  const everything = (value: unknown) => JSON.stringify(value);

  it('tells the channel what it took out of a text, so that the text can be blanked where it came from', async () => {
    const held = async (awaited: Awaited, text: string) => (await seals(awaited, typed(text))).held;
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
    const { shown, heard: activity } = await seals(words, typed(`my card ${card} is frozen`));
    assert.equal(shown.text, `my card ${mask}1114 is frozen`);
    assert.deepEqual(heard(activity), { what: 'card', card: named });
    assert.equal(numbers.at(-1), card);
    assert.ok(!everything([shown, activity]).includes(card));
    assert.equal(heard(shown), undefined);
  });

  it('finds several card numbers in one message, each once, and shows the last four digits of each', async () => {
    const other = '6200000000000022228';
    for (const text of [`${card} ${other}`, `${card}\n${other}`, `${card}, ${other} and ${card} again`]) {
      numbers.length = 0;
      const { shown, heard: activity } = await seals(words, typed(text));
      const found = heard(activity);
      assert.ok(found?.what === 'cards', text);
      assert.deepEqual(numbers, [card, other]);
      assert.ok(!everything([shown, activity]).includes(card.slice(0, 15)), text);
    }
  });

  it('takes another card’s number for what it is while a secret is asked for, if it is called one', async () => {
    const correction = await seals(asked('identityDocument'), typed(`no, my card is ${card}`));
    assert.deepEqual(heard(correction.heard), { what: 'card', card: named });
    const bare = await seals(asked('identityDocument'), typed(card));
    assert.equal(heard(bare.heard)?.what, 'itemProblem');
  });

  it('turns the code of a case into what stands for it, at a question for a secret only where it is called one', async () => {
    const code = '1234 5678 90123';
    const stands = { what: 'caseCode', name: 'name of 13 digits' };
    for (const [awaited, text] of [
      [words, code],
      [{ what: 'cardNumber' }, code],
      [asked('transactionPassword'), `the code is ${code}`],
    ] as const) {
      const { shown, heard: activity, held } = await seals(awaited, typed(text));
      assert.deepEqual(heard(activity), stands, text);
      assert.equal(held, undefined);
      assert.ok(!/\d/.test(shown.text + everything(activity.text)), text);
    }
    const half = await seals(asked('identityDocument'), typed(code));
    assert.equal(heard(half.heard)?.what, 'itemProblem');
    const forged = [{ type: 'thawline.heard', heard: { what: 'caseCode', name: 'of somebody' } }];
    assert.equal(heard((await seals(words, typed('hello', { entities: forged }))).heard), undefined);
  });

  it('says what is wrong with a card number, and keeps it from everyone', async () => {
    const { shown, heard: activity } = await seals({ what: 'cardNumber' }, typed('62000000000000111141'));
    assert.deepEqual(heard(activity), { what: 'cardNumberProblem', problem: 'length', count: 20 });
    assert.equal(shown.text, mask);
  });

  it('takes four digits from a telephone for the last four of a card, and from nowhere else', async () => {
    const from = { id: '+12025550101', name: '' };
    const bySms = { channelId: 'thawline-sms', from };
    for (const text of ['1114', 'it ends in 1114', '尾号 一一一四', '１１１４']) {
      const { shown, heard: activity } = await seals({ what: 'cardNumber' }, typed(text, bySms));
      assert.deepEqual(heard(activity), { what: 'lastFour', lastFour: '1114' }, text);
      assert.match(shown.text, /1114/);
      const inTheChat = await seals({ what: 'cardNumber' }, typed(text, { channelId: 'directline', from }));
      assert.equal(heard(inTheChat.heard)?.what, 'cardNumberProblem');
    }
    const five = await seals({ what: 'cardNumber' }, typed('11142', bySms));
    assert.deepEqual(heard(five.heard), { what: 'cardNumberProblem', problem: 'length', count: 5 });
    assert.equal(heard((await seals(words, typed('1114', bySms))).heard), undefined);
    const password = await seals(asked('transactionPassword'), typed('1114', bySms));
    assert.equal(heard(password.heard)?.what, 'itemProblem');
    assert.equal(password.shown.text, mask);
  });

  it('seals the asked-for item, so that only the processor opens it', async () => {
    for (const [item, text, normal] of [
      ['identityDocument', '１１０１０５ 19491231 002x', document],
      ['transactionPassword', '二四六 八零幺', '246801'],
    ] as const) {
      const { shown, heard: activity } = await seals(asked(item), typed(text));
      assert.equal(shown.text, mask);
      assert.equal(activity.text, mask);
      const found = heard(activity);
      assert.ok(found?.what === 'sealedItem');
      assert.deepEqual(
        [found.sealed.authenticationRequest, found.sealed.item, found.sealed.attempt],
        [id, item, 1],
      );
      const { plaintext } = await compactDecrypt(found.sealed.envelope, privateKey);
      assert.equal(unpad(plaintext), normal);
      assert.ok(!everything([shown, activity]).includes(normal));
    }
  });

  it('names a wrong format and seals nothing', async () => {
    const wrong: [Parameters<typeof asked>[0], string, string, number][] = [
      ['transactionPassword', '24680', 'length', 5],
      ['transactionPassword', '2468011', 'length', 7],
      ['transactionPassword', '24680a', 'notDigits', 6],
      ['identityDocument', '110105194912310021', 'checkCharacter', 18],
      ['identityDocument', '1101051949123100', 'length', 16],
      ['identityDocument', '110105194902310021', 'birthDate', 18],
    ];
    for (const [item, text, problem, count] of wrong) {
      const { shown, heard: activity } = await seals(asked(item), typed(text));
      assert.deepEqual(heard(activity), { what: 'itemProblem', item, problem, count }, text);
      assert.ok(!everything([shown, activity]).includes(text), text);
    }
  });

  it('seals the same message under the same id, and no other message, item, attempt or conversation', async () => {
    const envelopeId = async (item: ItemAsked['item'], more: Partial<Activity>, attempt = 1) => {
      const awaited = { ...asked(item), authenticationRequest: { ...request, items: [item], attempt } };
      const text = item === 'transactionPassword' ? '246801' : document;
      const { heard: activity } = await seals(awaited as Awaited, typed(text, more));
      const found = heard(activity);
      assert.ok(found?.what === 'sealedItem');
      return EnvelopeHeader.parse(decodeProtectedHeader(found.sealed.envelope)).jti;
    };
    const of = (conversationId: string, id?: string) =>
      ({ channelId: 'sms', conversation: { id: conversationId }, ...(id && { id }) }) as Partial<Activity>;
    const first = await envelopeId('transactionPassword', of('c1', 'SM1'));
    assert.equal(await envelopeId('transactionPassword', of('c1', 'SM1')), first);
    const ids = [
      first,
      await envelopeId('identityDocument', of('c1', 'SM1')),
      await envelopeId('transactionPassword', of('c1', 'SM1'), 2),
      await envelopeId('transactionPassword', of('c1', 'SM2')),
      await envelopeId('transactionPassword', of('c2', 'SM1')),
      await envelopeId('transactionPassword', of('c1')),
      await envelopeId('transactionPassword', of('c1')),
    ];
    assert.equal(new Set(ids).size, ids.length);
  });

  it('lets talk through while a secret is asked for', async () => {
    const { shown, heard: activity } = await seals(asked('transactionPassword'), typed('why do you ask?'));
    assert.equal(shown.text, 'why do you ask?');
    assert.equal(heard(activity), undefined);
  });

  it('scrubs a secret that nobody asked for', async () => {
    for (const stray of [document, '246801', 'my password is 246801']) {
      const { shown, heard: activity } = await seals(words, typed(stray));
      assert.deepEqual(heard(activity), { what: 'strayedSecret' });
      assert.doesNotMatch(everything([shown, activity]), /246801|110105/);
    }
  });

  it('keeps nothing of what is too long to be read, whatever is asked for', async () => {
    const fillers = ['ab ', 'ﷺ', '㋿', '…', '　', '卡', '\u200b'];
    const tail = `${document} 246801 ${card}`;
    for (const awaited of [words, { what: 'cardNumber' } as const, asked('identityDocument')])
      for (const filler of fillers)
        for (const length of [3900, 4096, 9000]) {
          const text = `${filler.repeat(length / filler.length)} ${tail}`;
          const { shown, heard: activity } = await seals(awaited, typed(text));
          const kept = everything([shown, activity]);
          assert.doesNotMatch(kept.normalize('NFKC'), /110105|246801|620000/, `${filler} ${length}`);
          assert.ok(kept.length < 20_000, `${filler} ${length}: ${kept.length}`);
        }
  });

  it('passes an envelope on and shows none', async () => {
    const value = {
      authenticationRequest: id,
      item: 'transactionPassword',
      attempt: 1,
      envelope: 'a.b.c.d.e',
    };
    const event = { type: 'event', name: 'authenticationInformation', value } as Activity;
    const { shown, heard: activity } = await seals(asked('transactionPassword'), event);
    assert.deepEqual(heard(activity), { what: 'sealedItem', sealed: value });
    assert.ok(!everything(shown).includes('a.b.c.d.e'));
    const wrong = await seals(words, { ...event, value: { number: document } } as Activity);
    assert.deepEqual(heard(wrong.heard), { what: 'unreadableForm' });
    assert.ok(!everything([wrong.shown, wrong.heard]).includes(document));
  });

  it('puts into the dialogs’ words what a channel’s own controls ask for', async () => {
    const event = (name: string) => ({ type: 'event', name }) as Activity;
    const found = async (name: string) => {
      const { heard: activity } = await seals(words, event(name));
      return heard(activity)?.what ?? understand(activity.text).intent;
    };
    assert.equal(await found(wishes.silence), 'silence');
    assert.equal(await found(wishes.return), 'returned');
    assert.equal(await found(wishes.repeat), 'repeat');
    assert.equal(await found(wishes.ask), 'greet');
    assert.equal(await found(wishes.person), 'agent');
  });

  it('believes nothing that the outside claims was heard', async () => {
    const entities = [{ type: 'thawline.heard', heard: { what: 'card', card: named } }];
    const { heard: activity } = await seals(words, typed('yes', { entities }));
    assert.equal(heard(activity), undefined);
  });

  it('keeps nothing of an attachment or a value but that there was one', async () => {
    const { shown, heard: activity } = await seals(words, typed(undefined, { value: { number: document } }));
    assert.deepEqual(heard(activity), { what: 'attachment' });
    assert.ok(!everything([shown, activity]).includes(document));
  });
});
