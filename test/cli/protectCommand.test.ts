import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { cardsCommand } from '../../cli/cardsCommand.ts';
import { run } from '../../kit/command.ts';
import { passwordPlace } from '../../services/cardSystem/reservedPlaces.ts';
import { columns } from '../../services/import/csvRows.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { Customers } from '../../services/tables/customer.ts';
import { cardFile, cardNumber, cardRow } from '../services/cardSystem/cardFiles.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { openTestBank, type TestBank } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const anna = { name: '"Li, Anna"', transactionPassword: '739146' };
const bo = { name: 'Bo', latinName: 'Bo', phone: '+12025550172' };
const rows = [
  cardRow({ ...anna, cardNumber: cardNumber(1) }),
  cardRow({ ...bo, cardNumber: cardNumber(2) }),
  cardRow({ ...anna, cardNumber: cardNumber(3), status: 'frozen', freezeReasons: 'dormant;reportedLost' }),
];

describe('thawline cards protect', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let bank: TestBank;
  beforeEach(async () => {
    folder = temporaryFolder();
    bank = await openTestBank({ customers: [] });
  });
  afterEach(async () => {
    await bank.close();
    folder.remove();
  });

  const file = (name: string) => join(folder.path, name);
  async function cards(words: string[], { input = '', ...more }: NodeJS.ProcessEnv = {}) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile, ...more });
    const stream = Readable.from([Buffer.from(input)]);
    const program = cardsCommand({ terminal, environment, input: stream, clock: bank.now });
    return { code: await run(program, words, terminal), ...said };
  }
  /** What `protect` makes of these rows. */
  async function protectedText(these: string[]): Promise<string> {
    const { code, out, err } = await cards(['protect', '-'], { input: cardFile(these) });
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    return out;
  }
  async function imports(text: string, more: NodeJS.ProcessEnv = {}) {
    writeFileSync(file('protected.csv'), text);
    return cards(['import', file('protected.csv')], more);
  }

  it('puts verifiers in the place of passwords, and leaves all else as it is', async () => {
    const out = await protectedText(rows);
    assert.doesNotMatch(out, /739146/);
    const [head, first = '', second = ''] = out.split('\n');
    assert.equal(head, columns.join().replace('transactionPassword', 'transactionPasswordVerifier'));
    assert.match(
      first,
      /^"Li, Anna",An Na,\+12025550171,zh-Hans,,,"argon2id\$m=19456,t=2,p=1\$.+",6200\d+,active,$/,
    );
    assert.equal(second, rows[1]);
  });

  it('makes what an import takes, and the password then is the one that it was', async () => {
    const { code, out } = await imports(await protectedText(rows));
    assert.deepEqual({ code, out }, { code: 0, out: 'imported 2 customers and 3 cards\n' });
    const [customer] = await bank.store.read((manager) =>
      manager.findBy(Customers, { phoneIndex: bank.fields.index('phone', '+12025550171') }),
    );
    assert.ok(customer?.passwordVerifier);
    const matches = (password: string) =>
      bank.verifiers.matches(password, customer.passwordVerifier ?? '', passwordPlace(customer.id));
    assert.deepEqual(await Promise.all([matches('739146'), matches('739147')]), [true, false]);
    assert.match((await imports(await protectedText(rows))).out, /^nothing changed: 3 cards/);
  });

  it('makes what production takes', async () => {
    KeyRing.create(file('keys.json'), 'production');
    const production = { NODE_ENV: 'production', KEYS_FILE: file('keys.json') };
    const { out } = await cards(['protect', '-'], { ...production, input: cardFile(rows) });
    const imported = await imports(out, production);
    assert.deepEqual(imported, { code: 0, out: 'imported 2 customers and 3 cards\n', err: '' });
  });

  it('makes verifiers that open for their phone and under their keys only', async () => {
    const text = await protectedText(rows);
    KeyRing.create(file('other.json'), 'production');
    const other = await cards(['protect', '-'], { KEYS_FILE: file('other.json'), input: cardFile(rows) });
    const others = await imports(other.out);
    assert.equal(others.code, 2);
    assert.match(
      others.err,
      /^line 2: transactionPasswordVerifier was not made for this phone with the keys/,
    );
    const moved = await imports(text.replaceAll('+12025550171', '+12025550179'));
    assert.match(moved.err, /^line 2: transactionPasswordVerifier was not made for this phone/);
    const cheap = await imports(text.replaceAll('m=19456', 'm=8'));
    assert.match(cheap.err, /^line 2: transactionPasswordVerifier is neither empty nor a verifier/);
  });

  it('lets an import see that two rows of a customer have different passwords', async () => {
    const other = cardRow({ ...anna, transactionPassword: '739147', cardNumber: cardNumber(4) });
    const none = cardRow({ ...anna, transactionPassword: '', cardNumber: cardNumber(5) });
    const { code, err } = await imports(await protectedText([...rows, other, none]));
    assert.equal(code, 2);
    assert.match(
      err,
      /^line 5: transactionPassword differs .* in line 2\nline 6: transactionPassword differs/,
    );
  });

  it('writes a file that its owner alone may read, and never over another', async () => {
    writeFileSync(file('plain.csv'), cardFile(rows));
    const words = ['protect', file('plain.csv'), '--output', file('protected.csv')];
    assert.deepEqual(await cards(words), { code: 0, out: '', err: '' });
    assert.equal(statSync(file('protected.csv')).mode & 0o777, 0o600);
    assert.equal(readFileSync(file('protected.csv'), 'utf8').split('\n').length, 5);
    const again = await cards(words);
    assert.equal(again.code, 2);
    assert.match(again.err, /^cannot write .*: it exists already\n$/);
  });

  it('refuses a bad row, with its line, and then leaves no file behind', async () => {
    const bad = [...rows, cardRow({ ...anna, transactionPassword: '12', cardNumber: cardNumber(6) })];
    writeFileSync(file('plain.csv'), cardFile(bad));
    const { code, err } = await cards(['protect', file('plain.csv'), '--output', file('protected.csv')]);
    assert.equal(code, 2);
    assert.equal(err, 'line 5: transactionPassword is neither empty nor six digits\nrefused: 1 bad row\n');
    assert.deepEqual(readdirSync(folder.path), ['plain.csv']);
    const twice = await cards(['protect', '-'], { input: await protectedText(rows) });
    assert.match(twice.err, /^line 2: transactionPasswordVerifier is there already/);
  });

  it('makes no key file where there is none, and says what it protects against', async () => {
    const { code, err } = await cards(['protect', '-'], {
      KEYS_FILE: file('none.json'),
      input: cardFile(rows),
    });
    assert.equal(code, 2);
    assert.match(err, /^KEYS_FILE: there is no key file/);
    assert.equal(existsSync(file('none.json')), false);
    assert.match((await cards(['protect', '--help'])).out, /can try a million passwords/);
  });
});
