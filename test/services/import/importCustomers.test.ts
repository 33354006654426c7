import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { type ImportedCustomer, importCustomers } from '../../../services/import/importCustomers.ts';
import { CardFreezes, Cards } from '../../../services/tables/card.ts';
import { Customers } from '../../../services/tables/customer.ts';
import { openTestBank, type TestBank } from '../testBank.ts';

const anna: ImportedCustomer = {
  name: '安娜',
  latinName: 'An Na',
  phone: '+12025550171',
  language: 'zh-Hans',
  reserved: {
    identityDocument: { type: 'residentIdentityCard', number: '11010519491231002X' },
    transactionPassword: '739146',
  },
  cards: [{ number: '6200000000000011114', status: 'frozen', freezeReasons: ['dormant', 'customerRequest'] }],
};
const bo: ImportedCustomer = {
  name: 'Bo',
  latinName: 'Bo',
  phone: '+12025550172',
  language: 'en',
  reserved: { identityDocument: null, transactionPassword: null },
  cards: [{ number: '6200000000000022228', status: 'active', freezeReasons: [] }],
};
const carl: ImportedCustomer = { ...bo, phone: '+12025550173', cards: [] };

describe('importing customers', () => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ customers: [] });
  });
  afterEach(() => bank.close());

  const imports = (customers: ImportedCustomer[]) => importCustomers({ ...bank, clock: bank.now }, customers);
  const rows = () =>
    bank.store.read(async (manager) => ({
      customers: await manager.find(Customers, { order: { id: 'ASC' } }),
      cards: await manager.find(Cards, { order: { id: 'ASC' } }),
      freezes: await manager.find(CardFreezes, { order: { cardId: 'ASC', reason: 'ASC' } }),
    }));

  it('puts in every customer, card and freeze', async () => {
    await imports([anna, bo, carl]);
    const { customers, cards, freezes } = await rows();
    assert.deepEqual(customers.map(({ language }) => language).sort(), ['en', 'en', 'zh-Hans']);
    const frozen = cards.find(({ lastFour }) => lastFour === '1114');
    const active = cards.find(({ lastFour }) => lastFour === '2228');
    assert.ok(frozen && active && cards.length === 2);
    const { reference, status, version, passwordErrors } = frozen;
    assert.deepEqual(
      { reference, status, version, passwordErrors },
      { reference: await bank.card('6200000000000011114'), status: 'frozen', version: 1, passwordErrors: 0 },
    );
    assert.equal(active.status, 'active');
    const since = bank.now().toISOString();
    assert.deepEqual(
      freezes.map((freeze) => ({ ...freeze })),
      [
        { cardId: frozen.id, reason: 'customerRequest', since },
        { cardId: frozen.id, reason: 'dormant', since },
      ],
    );
  });

  it('keeps what is not reserved as null', async () => {
    await imports([bo]);
    const [customer] = (await rows()).customers;
    assert.ok(customer);
    const { identityDocumentType, identityDocumentSealed, identityDocumentIndex, passwordVerifier } =
      customer;
    assert.deepEqual(
      [identityDocumentType, identityDocumentSealed, identityDocumentIndex, passwordVerifier],
      [null, null, null, null],
    );
  });

  it('seals what is personal so that it opens in its own place, and leaves none of it in the file', async () => {
    await imports([anna]);
    const { customers, cards } = await rows();
    const [customer] = customers;
    const [card] = cards;
    assert.ok(customer?.identityDocumentSealed && card);
    const own = (column: string) => ({ table: 'customers', column, row: customer.id });
    const place = { table: 'cards', column: 'number_sealed', row: card.id };
    assert.equal(bank.fields.open(customer.nameSealed, own('name_sealed')), '安娜');
    assert.equal(bank.fields.open(customer.latinNameSealed, own('latin_name_sealed')), 'An Na');
    assert.equal(bank.fields.open(customer.phoneSealed, own('phone_sealed')), '+12025550171');
    const document = bank.fields.open(customer.identityDocumentSealed, own('identity_document_sealed'));
    assert.equal(document, '11010519491231002X');
    assert.equal(bank.fields.open(card.numberSealed, place), '6200000000000011114');
    const file = bank.databaseUrl.slice('sqlite:'.length);
    const stored = [file, `${file}-wal`].filter((one) => existsSync(one));
    const bytes = Buffer.concat(stored.map((one) => readFileSync(one)));
    assert.ok(bytes.includes(card.reference), 'the file was searched before it held the import');
    for (const plain of ['安娜', 'An Na', '2025550171', '11010519491231002', '739146', '6200000000000011114'])
      assert.ok(!bytes.includes(plain), plain);
  });

  it('leaves nothing of the good customers where one among them is bad', async () => {
    const card = { number: '6200000000000033332', status: 'frozen', freezeReasons: ['dormant'] };
    const bad: Record<string, object> = {
      'the phone of another': { phone: anna.phone },
      'the card of another': { cards: anna.cards },
      'a card twice': { cards: [card, card] },
      'a reason twice': { cards: [{ ...card, freezeReasons: ['dormant', 'dormant'] }] },
      'a status that there is not': { cards: [{ ...card, status: 'melted' }] },
    };
    for (const [what, fields] of Object.entries(bad)) {
      await assert.rejects(imports([anna, { ...carl, ...fields }, bo]), what);
      assert.deepEqual(await rows(), { customers: [], cards: [], freezes: [] }, what);
    }
    await imports([
      anna,
      { ...carl, cards: [{ ...card, status: 'frozen', freezeReasons: ['dormant'] }] },
      bo,
    ]);
    assert.equal((await rows()).cards.length, 3);
  });

  it('changes nothing when the same customers come a second time', async () => {
    await imports([anna, bo]);
    const before = await rows();
    // Refused or passed over: what counts is that nobody's card or password is another one afterwards.
    await Promise.allSettled([imports([anna, bo])]);
    assert.deepEqual(await rows(), before);
  });
});
