import { argon2Sync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createBank } from '../../services/bank.ts';
import { protectedPlace } from '../../services/cardSystem/reservedPlaces.ts';
import { protectedColumns } from '../../services/import/csvRows.ts';
import { HeldKeys } from '../../services/import/heldKeys.ts';
import { type ImportedCustomer, importCustomers } from '../../services/import/importCustomers.ts';
import { openInstallation } from '../../services/installation/openInstallation.ts';
import { keyedBank } from '../../services/keyedBank.ts';
import { FieldSealing, type SealedPlace } from '../../services/security/fieldSealing.ts';
import { type Argon2idOutput, PasswordVerifiers } from '../../services/security/passwordVerifier.ts';

/** A card that can be unfrozen once, with what its customer knows. */
export type MadeCard = { number: string; identityDocument: string; transactionPassword: string };

const transactionPassword = '246801';
const cost = { memory: 19_456, passes: 2, parallelism: 1 };

/** Every customer has the same password, which is worked out once; each verifier is sealed for its own customer. */
class OnePassword extends PasswordVerifiers {
  readonly #output: Argon2idOutput;

  constructor(fields: ConstructorParameters<typeof PasswordVerifiers>[0]) {
    super(fields);
    const nonce = randomBytes(16);
    const output = argon2Sync('argon2id', { ...cost, message: transactionPassword, nonce, tagLength: 32 });
    this.#output = { ...cost, nonce, output };
  }

  override async protect(_password: string, place: SealedPlace): Promise<string> {
    return this.adopt(this.#output, place);
  }
}

/** A made-up bank with as many customers as asked for, each with a frozen card, in an empty database. */
export async function makeCustomers(
  { databaseUrl, keysFile }: { databaseUrl: string; keysFile: string },
  count: number,
): Promise<MadeCard[]> {
  const settings = { databaseUrl, keysFile, production: false };
  const clock = () => new Date();
  const { store, keyRing } = await openInstallation({ settings, clock, schemas: [keyedBank] });
  try {
    const { fields } = createBank({ store, keyRing, clock });
    const made = Array.from({ length: count }, (_, place) => madeCard(place));
    const verifiers = new OnePassword(fields);
    await importCustomers({ store, keyRing, fields, verifiers, clock }, made.map(customerOf));
    return made;
  } finally {
    await store.close();
  }
}

/** The same customers as lines of a file that `cards protect` could have written with the keys of this installation. */
export async function writeProtectedFile(
  { databaseUrl, keysFile }: { databaseUrl: string; keysFile: string },
  count: number,
  file: string,
): Promise<void> {
  const settings = { databaseUrl, keysFile, production: false };
  const clock = () => new Date();
  const { store, keyRing } = await openInstallation({ settings, clock, schemas: [keyedBank] });
  try {
    const verifiers = new OnePassword(new FieldSealing(new HeldKeys(keyRing)));
    const lines = [protectedColumns.join()];
    for (let place = 0; place < count; place++) {
      const made = madeCard(place);
      const { name, latinName, phone, language } = customerOf(made, place);
      const verifier = await verifiers.protect(made.transactionPassword, protectedPlace(phone));
      const document = ['residentIdentityCard', made.identityDocument];
      const card = [made.number, 'frozen', 'transactionPasswordErrors'];
      lines.push([name, latinName, phone, language, ...document, `"${verifier}"`, ...card].join());
    }
    writeFileSync(file, `${lines.join('\n')}\n`);
  } finally {
    await store.close();
  }
}

function madeCard(place: number): MadeCard {
  const day = new Date(Date.UTC(1950, 0, 1 + (place % 18_000)))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
  const seventeen = `440305${day}${String(100 + (place % 800))}`;
  return {
    number: withLuhn(`6200${String(place).padStart(14, '0')}`),
    identityDocument: seventeen + checkSign(seventeen),
    transactionPassword,
  };
}

function customerOf({ number, identityDocument, ...card }: MadeCard, place: number): ImportedCustomer {
  return {
    name: '李娜',
    latinName: 'Li Na',
    // Of a country to which messages may go; outside production none leaves the machine.
    phone: `+659${String(place).padStart(7, '0')}`,
    language: 'en',
    reserved: {
      identityDocument: { type: 'residentIdentityCard', number: identityDocument },
      transactionPassword: card.transactionPassword,
    },
    cards: [{ number, status: 'frozen', freezeReasons: ['transactionPasswordErrors'] }],
  };
}

/** The digits with the check digit of ISO/IEC 7812-1 behind them. */
function withLuhn(digits: string): string {
  const doubled = [...digits].reverse().map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1));
  const sum = doubled.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** The last sign of a resident identity card, ISO 7064 MOD 11-2. */
function checkSign(seventeen: string): string {
  const sum = [...seventeen].reduce(
    (total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11),
    0,
  );
  return '10X98765432'[sum % 11] ?? '';
}
