import assert from 'node:assert/strict';
import { UnfreezeError } from '../../../kit/errors.ts';
import { parse } from '../../../kit/parse.ts';
import { ImportedCustomer } from '../../../services/import/importCustomers.ts';

const document = { type: 'residentIdentityCard', number: '11010519491231002X' };
const reserved = { identityDocument: document, transactionPassword: '246801' };
const card = { number: '6200000000000011114', status: 'frozen', freezeReasons: ['dormant'] };
const good = {
  name: '李娜',
  latinName: 'Li Na',
  phone: '+12025550101',
  language: 'zh-Hans',
  reserved,
  cards: [card],
};

function complaints(customer: unknown): string[] {
  try {
    parse(ImportedCustomer, customer);
  } catch (error) {
    assert.ok(error instanceof UnfreezeError, String(error));
    assert.equal(error.code, 'messageInvalid');
    return error.message.replace('not a valid message: ', '').split('; ');
  }
  return assert.fail('nothing was refused');
}

describe('a customer to be imported', () => {
  const places: [place: string, customer: object][] = [
    ['name', { ...good, name: '' }],
    ['latinName', { ...good, latinName: '' }],
    ['phone', { ...good, phone: '2025550101' }],
    ['phone', { ...good, phone: '+1 202 555 0101' }],
    ['language', { ...good, language: 'fr' }],
    ['reserved', { ...good, reserved: null }],
    ['reserved.identityDocument', { ...good, reserved: { transactionPassword: '246801' } }],
    ...['110105194912310021', '11010519491331002X', '1101051949123100', 'A123456B', ''].map(
      (number): [string, object] => [
        'reserved.identityDocument.number',
        { ...good, reserved: { ...reserved, identityDocument: { ...document, number } } },
      ],
    ),
    [
      'reserved.identityDocument.type',
      { ...good, reserved: { ...reserved, identityDocument: { ...document, type: 'libraryCard' } } },
    ],
    ...['246', '1234567890123', '24680a', ''].map((transactionPassword): [string, object] => [
      'reserved.transactionPassword',
      { ...good, reserved: { ...reserved, transactionPassword } },
    ]),
    ...['6200000000000011115', '620000000001', '62000000000000111141', '620000000000001111x', ''].map(
      (number): [string, object] => ['cards.0.number', { ...good, cards: [{ ...card, number }] }],
    ),
    ['cards.0.status', { ...good, cards: [{ ...card, status: 'melted' }] }],
    ['cards.0.freezeReasons.0', { ...good, cards: [{ ...card, freezeReasons: ['boredom'] }] }],
    ['cards.1', { ...good, cards: [card, { ...card, freezeReasons: [] }] }],
    ['cards.1', { ...good, cards: [card, { ...card, status: 'active' }] }],
    ['cards.1', { ...good, cards: [card, { ...card, status: 'closed' }] }],
  ];

  it('is taken with everything, with nothing reserved, and with no card', () => {
    const bare = { ...good, reserved: { identityDocument: null, transactionPassword: null }, cards: [] };
    for (const customer of [good, bare]) assert.deepEqual(parse(ImportedCustomer, customer), customer);
  });

  it('is read in the normal form of its numbers, so that they are found again', () => {
    const read = parse(ImportedCustomer, {
      ...good,
      reserved: {
        identityDocument: { ...document, number: '110105 19491231 002x' },
        transactionPassword: '２４６ ８０１',
      },
      cards: [{ ...card, number: '6200-0000-0000-0011-114' }],
    });
    assert.deepEqual(read, good);
  });

  it('is refused with the place of what is wrong, and without its value', () => {
    for (const [place, customer] of places) {
      const found = complaints(customer);
      assert.equal(found.length, 1, JSON.stringify(customer));
      // A place and the name of a rule: no value fits into this form.
      assert.match(found.join(), new RegExp(`^${place.replaceAll('.', '\\.')}: [a-z_]+$`));
    }
  });

  it('is refused with every place at once', () => {
    const found = complaints({
      ...good,
      phone: '0',
      reserved: { ...reserved, transactionPassword: '1' },
      cards: [card, { ...card, number: '1' }],
    });
    assert.deepEqual(
      found.map((complaint) => complaint.split(':')[0]),
      ['phone', 'reserved.transactionPassword', 'cards.1.number'],
    );
  });
});
