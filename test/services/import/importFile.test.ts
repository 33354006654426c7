import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sinon from 'sinon';
import { cardsCommand } from '../../../cli/cardsCommand.ts';
import { byHand } from '../../../cli/operator.ts';
import { run } from '../../../kit/command.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import { passwordPlace } from '../../../services/cardSystem/reservedPlaces.ts';
import { importFile } from '../../../services/import/importFile.ts';
import { ImportStaging } from '../../../services/import/importStaging.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { CardFreezes, Cards } from '../../../services/tables/card.ts';
import { Customers } from '../../../services/tables/customer.ts';
import { locks } from '../../../services/tables/locks.ts';
import { counts } from '../../counts.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { spawnIn } from '../../journeys/serviceProcess.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { anOperator } from '../anOperator.ts';
import { entriesOf } from '../audit/trailOf.ts';
import { cardFile, cardNumber, cardRow } from '../cardSystem/cardFiles.ts';
import { recordedTerminal } from '../recordedTerminal.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { openTestBank, type TestBank } from '../testBank.ts';

const document = { identityDocumentType: 'residentIdentityCard', identityDocument: '11010519491231002X' };
const anna = { ...document, transactionPassword: '739146' };
const bo = { name: 'Bo', latinName: 'Bo', phone: '+12025550172', language: 'en' };
const rows = [
  cardRow({ ...anna, cardNumber: cardNumber(1), status: 'frozen', freezeReasons: 'dormant;reportedLost' }),
  cardRow({ ...bo, cardNumber: cardNumber(2) }),
  cardRow({ ...anna, cardNumber: cardNumber(3), status: 'closed' }),
];
const nothing = { customers: [], cards: [], freezes: [] };

onEachDatabase('npx thawline cards import', (empty) => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'cards.csv');
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty, customers: [] });
  });
  afterEach(() => bank.close());
  after(() => folder.remove());

  async function cards(words: string[], more: NodeJS.ProcessEnv = {}) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile, ...more });
    const program = cardsCommand({ terminal, environment, input: Readable.from([]), clock: bank.now });
    return { code: await run(program, words, terminal), ...said };
  }
  function imports(these: string[], more?: NodeJS.ProcessEnv) {
    writeFileSync(file, cardFile(these));
    return cards(['import', file], more);
  }
  const kept = () =>
    bank.store.read(async (manager) => ({
      customers: await manager.find(Customers, { order: { id: 'ASC' } }),
      cards: await manager.find(Cards, { order: { lastFour: 'ASC' } }),
      freezes: await manager.find(CardFreezes, { order: { reason: 'ASC' } }),
    }));
  /** Refused with these bad rows, and nothing that stands in the file is told. */
  async function isRefused(these: string[], badRows: RegExp[], more?: NodeJS.ProcessEnv) {
    const before = await kept();
    const { code, out, err } = await imports(these, more);
    assert.deepEqual({ code, out }, { code: 2, out: '' }, err);
    const lines = err.trimEnd().split('\n');
    const count = `${badRows.length} bad row${badRows.length === 1 ? '' : 's'}`;
    assert.equal(lines.pop(), `refused: ${count}; nothing was imported`);
    assert.equal(lines.length, badRows.length, err);
    for (const [place, problem] of badRows.entries()) assert.match(lines[place] ?? '', problem);
    assert.doesNotMatch(err, /\d{5,}|安娜|Bo/);
    assert.deepEqual(await kept(), before);
  }

  it('knows every customer again when the index key was rotated meanwhile', async () => {
    await imports(rows);
    const before = await kept();
    bank.keyRing.rotate('indexKey');
    const { code, out, err } = await imports([...rows, cardRow({ ...anna, cardNumber: cardNumber(4) })]);
    assert.deepEqual(
      { code, out, err },
      { code: 0, out: 'imported 0 customers and 1 card; 3 cards of the file were there already\n', err: '' },
    );
    assert.deepEqual((await kept()).customers, before.customers);
  });

  it('puts in every customer once, with all their cards and freezes, sealed and found again', async () => {
    const { code, out, err } = await imports(rows);
    assert.deepEqual({ code, out, err }, { code: 0, out: 'imported 2 customers and 3 cards\n', err: '' });
    const { customers, cards, freezes } = await kept();
    const [first, second, third] = await Promise.all([1, 2, 3].map((one) => bank.card(cardNumber(one))));
    assert.deepEqual(
      cards.map(({ reference, status }) => [reference, status]).sort(),
      [
        [first, 'frozen'],
        [second, 'active'],
        [third, 'closed'],
      ].sort(),
    );
    assert.deepEqual(
      freezes.map(({ reason, since }) => [reason, since]),
      ['dormant', 'reportedLost'].map((reason) => [reason, bank.now().toISOString()]),
    );
    const owner = cards.find(({ reference }) => reference === first)?.customerId ?? '';
    assert.equal(cards.find(({ reference }) => reference === third)?.customerId, owner);
    const customer = customers.find(({ id }) => id === owner);
    assert.ok(customer?.passwordVerifier && customer.identityDocumentSealed);
    const place = { table: 'customers', column: 'identity_document_sealed', row: owner };
    assert.equal(bank.fields.open(customer.identityDocumentSealed, place), document.identityDocument);
    const matches = bank.verifiers.matches('739146', customer.passwordVerifier, passwordPlace(owner));
    assert.equal(await matches, true);
  });

  it('changes nothing the second time and says so, whatever has become of the cards meanwhile', async () => {
    await imports(rows);
    await cards(['freeze', await bank.card(cardNumber(2)), 'suspectedFraud']);
    const before = await kept();
    const { code, out, err } = await imports(rows);
    assert.deepEqual(
      { code, out, err },
      { code: 0, out: 'nothing changed: 3 cards of the file were there already\n', err: '' },
    );
    assert.deepEqual(await kept(), before);
    assert.equal((await imports([])).out, 'nothing changed: the file has no cards\n');
  });

  const here = byHand();

  it('is audited with counts and an index of the file, which is the same for the same file and no hash of it', async () => {
    await imports(rows);
    await imports(rows);
    const entries = await entriesOf(bank, 'cardsImported');
    const [first, second] = entries.map(({ details }) => JSON.parse(details));
    assert.equal(entries.length, 2);
    assert.deepEqual({ ...first, file: '' }, { customers: 2, cards: 3, already: 0, file: '', ...here });
    assert.deepEqual(second, { customers: 0, cards: 0, already: 3, file: first.file, ...here });
    const hash = createHash('sha256').update(cardFile(rows));
    assert.notEqual(first.file, hash.digest('base64url'));
    assert.match(first.file, /^[\w-]{43}$/);
  });

  it('adds to a customer the cards that are new', async () => {
    await imports(rows);
    const { out } = await imports([...rows, cardRow({ ...bo, cardNumber: cardNumber(4) })]);
    assert.equal(out, 'imported 0 customers and 1 card; 3 cards of the file were there already\n');
    const { customers, cards: all } = await kept();
    assert.equal(customers.length, 2);
    const ownerOf = async (count: number) => {
      const reference = await bank.card(cardNumber(count));
      return all.find((card) => card.reference === reference)?.customerId;
    };
    assert.equal(await ownerOf(4), await ownerOf(2));
    assert.notEqual(await ownerOf(4), await ownerOf(1));
    assert.equal(all.length, 4);
  });

  it('refuses the whole file for any bad row, with every one by its line', async () => {
    await isRefused(
      [...rows, cardRow({ ...bo, cardNumber: '12' }), cardRow({ phone: '0', status: 'melted' })],
      [/^line 5: cardNumber is not/, /^line 6: phone is not .*; status is none of/],
    );
  });

  it('refuses a card number that comes twice', async () => {
    await isRefused(
      [...rows, cardRow({ ...bo, cardNumber: cardNumber(1) }), rows[1] ?? ''],
      [/^line 5: cardNumber is the one of line 2$/, /^line 6: cardNumber is the one of line 3$/],
    );
  });

  it('refuses rows of one phone that are not of one customer', async () => {
    const others = [
      { name: '李' },
      { latinName: 'Li' },
      { language: 'en' },
      { transactionPassword: '739147' },
      { transactionPassword: '' },
      { identityDocument: '310101198503120057' },
      { identityDocument: '', identityDocumentType: '' },
    ].map((other, place) => cardRow({ ...anna, ...other, cardNumber: cardNumber(9 + place) }));
    await isRefused(
      [...rows, ...others],
      others.map(
        (_, place) => new RegExp(`^line ${5 + place}: \\w+(, \\w+)? differs .* with this phone in line 2$`),
      ),
    );
  });

  it('refuses what contradicts the bank: a card of another customer, a customer with other particulars', async () => {
    await imports(rows);
    await isRefused(
      [
        cardRow({ ...bo, cardNumber: cardNumber(3) }),
        cardRow({ ...anna, name: '李', cardNumber: cardNumber(7) }),
        cardRow({ ...anna, transactionPassword: '', cardNumber: cardNumber(8) }),
        cardRow({ phone: '+12025550179', cardNumber: cardNumber(1) }),
      ],
      [
        /^line 2: cardNumber is one that the bank has under another customer$/,
        /^line 3: name differs from the customer with this phone at the bank$/,
        /^line 4: transactionPassword differs from the customer with this phone at the bank$/,
        /^line 5: cardNumber is one that the bank has under another customer$/,
      ],
    );
  });

  it('tells nobody whether a password is the one that the bank has', async () => {
    await imports(rows);
    const guess = cardRow({ ...anna, transactionPassword: '000000', cardNumber: cardNumber(1) });
    assert.match((await imports([guess])).out, /^nothing changed/);
  });

  it('refuses a column of plain passwords in production, and takes the file without it', async () => {
    const keysFile = join(folder.path, 'keys.json');
    KeyRing.create(keysFile, 'production');
    const production = { NODE_ENV: 'production', KEYS_FILE: keysFile };
    await isRefused(
      rows,
      [/^line 2: transactionPassword is a plain/, /^line 4: transactionPassword/],
      production,
    );
    const { code, out } = await imports([cardRow(document)], production);
    assert.deepEqual({ code, out }, { code: 0, out: 'imported 1 customer and 1 card\n' });
  });

  it('tells the first hundred bad rows and how many more there are', async () => {
    const { code, err } = await imports(Array.from({ length: 2300 }, () => cardRow({ status: 'melted' })));
    const lines = err.trimEnd().split('\n');
    assert.equal(code, 2);
    assert.equal(lines.length, 102);
    assert.match(lines[99] ?? '', /^line 101: /);
    assert.deepEqual(lines.slice(100), [
      'and 2200 more bad rows',
      'refused: 2300 bad rows; nothing was imported',
    ]);
  });

  it('refuses wrong use, and a file that is not there or cannot be read', async () => {
    const wrong: [string[], RegExp][] = [
      [['import'], /missing required argument/],
      [['import', join(folder.path, 'none.csv')], /^cannot read .*none\.csv: ENOENT\n$/],
      [['import', folder.path], /^cannot read .*: EISDIR\n$/],
      [['import', process.execPath], /^line 1: the row is/],
    ];
    for (const [words, reason] of wrong) {
      const { code, out, err } = await cards(words);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, reason);
    }
    assert.deepEqual(await kept(), nothing);
    assert.match((await cards(['import', '--help'])).out, /name,latinName,phone,/);
  });

  const given = () => ({
    ...{ ...bank, by: anOperator, clock: bank.now, takesPasswords: true },
    ...{ badRow: () => {}, progress: () => {}, notice: () => {} },
  });
  const moments = ['3 rows checked', '1 password protected', '2 customers written', '3 cards written'];

  it('leaves nothing behind when it fails at any moment', async () => {
    writeFileSync(file, cardFile(rows));
    for (const moment of moments) {
      const progress = (text: string) => assert.notEqual(text, moment);
      await assert.rejects(importFile({ ...given(), progress }, file), assert.AssertionError, moment);
      assert.deepEqual(await kept(), nothing, moment);
    }
  });

  it('leaves nothing behind when it is killed at any moment, and can be done again', async () => {
    writeFileSync(file, cardFile(rows));
    for (const moment of moments) {
      const settings = { DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile };
      const program = 'test/services/cardSystem/importUntilKilled.ts';
      const [, signal] = await once(spawnIn(folder.path, program, [file, moment], settings), 'close');
      assert.equal(signal, 'SIGKILL', moment);
      assert.deepEqual(await kept(), nothing, moment);
    }
    assert.equal((await imports(rows)).out, 'imported 2 customers and 3 cards\n');
  });

  it('is given up where the keys were rotated meanwhile, before anything is written', async () => {
    writeFileSync(file, cardFile(rows));
    const progress = (text: string) => text === '3 rows checked' && bank.keyRing.rotate();
    await rejectsWith('keysUnusable', importFile({ ...given(), progress }, file));
    assert.deepEqual(await kept(), nothing);
  });

  it('holds up none who seals what they write, where the database has more than one writer', async () => {
    assert.equal(bank.store.hasOneWriter, bank.databaseUrl.startsWith('sqlite:'));
    if (bank.store.hasOneWriter) return;
    writeFileSync(file, cardFile(rows));
    const other = await openStore(bank.databaseUrl, []);
    try {
      // Its commit is still to come when the import has ended.
      await other.transaction([locks.seals], () => importFile(given(), file));
    } finally {
      await other.close();
    }
    assert.equal((await kept()).customers.length, 2);
  });

  it('says before it writes for how long others wait, where the database has one writer and that is long', async () => {
    writeFileSync(file, cardFile(rows));
    const said: string[] = [];
    const newRows = sinon.stub(ImportStaging.prototype, 'newRows').returns(90_000);
    const progress = (text: string) => said.push(text);
    try {
      await importFile({ ...given(), progress, notice: (text) => said.push(`notice: ${text}`) }, file);
    } finally {
      newRows.restore();
    }
    const notice = 'notice: for about 5 seconds nobody else can write to the database';
    const written = ['2 customers written', '3 cards written'];
    assert.deepEqual(said.slice(2), bank.store.hasOneWriter ? [notice, ...written] : written);
  });

  it(`takes ${counts.importedRows} rows`, async function () {
    this.timeout(counts.importedRows * 10);
    const many = Array.from({ length: counts.importedRows }, (_, count) =>
      cardRow({ phone: `+1${2_000_000_000 + count}`, cardNumber: cardNumber(count) }),
    );
    const { importedRows } = counts;
    assert.equal((await imports(many)).out, `imported ${importedRows} customers and ${importedRows} cards\n`);
    assert.equal(await bank.store.read((manager) => manager.count(Cards)), importedRows);
  });
});
