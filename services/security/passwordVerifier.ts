import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { spanned } from '../../kit/trace.ts';
import type { FieldSealing, SealedPlace } from './fieldSealing.ts';

const hash = promisify((parameters: Argon2Parameters, done: (error: Error | null, key: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);

/** The slowest step of an unfreezing, by design. */
function argon2id(parameters: Argon2Parameters): Promise<Buffer> {
  return spanned('hash', () => hash(parameters));
}

/** Memory in KiB, passes and lanes: the minimum for Argon2id (RFC 9106) in OWASP's password storage sheet. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const costText = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;

/**
 * The form of a verifier that `protect` makes. Other costs are refused: less is unsafe, and far more would stop the
 * service.
 */
export const verifierForm = new RegExp(`^argon2id\\$${costText}\\$[\\w-]{22}\\$v1\\.[\\w.-]{1,200}$`);

/** The output of Argon2id, and its inputs other than the password: memory in KiB, passes, lanes, salt. */
export type Argon2idOutput = {
  memory: number;
  passes: number;
  parallelism: number;
  nonce: Buffer;
  output: Buffer;
};

/**
 * Protects transaction passwords at rest: Argon2id, with its output sealed under a key outside the database. Six digits
 * have only a million values, so without that second key a stolen database would give all passwords away.
 */
export class PasswordVerifiers {
  readonly #fields: FieldSealing;

  constructor(fields: FieldSealing) {
    this.#fields = fields;
  }

  /** Makes a verifier. @returns `argon2id$m=…,t=…,p=…$SALT$SEALED` */
  async protect(password: string, place: SealedPlace, nonce = randomBytes(16)): Promise<string> {
    const output = await argon2id({ ...cost, message: password, nonce, tagLength });
    return this.adopt({ ...cost, nonce, output }, place);
  }

  /** Makes a verifier from the Argon2id output of another system. */
  adopt({ memory, passes, parallelism, nonce, output }: Argon2idOutput, place: SealedPlace): string {
    const sealed = this.#fields.seal(output.toString('base64url'), place);
    return ['argon2id', `m=${memory},t=${passes},p=${parallelism}`, nonce.toString('base64url'), sealed].join(
      '$',
    );
  }

  /**
   * The same verifier with its output sealed again under the newest field key, in its place or in another one. The
   * password is not needed for it.
   */
  closedAnew(verifier: string, from: SealedPlace, to = from): string {
    const parts = verifier.split('$');
    const sealed = parts.pop() ?? '';
    return [...parts, this.#fields.seal(this.#fields.open(sealed, from), to)].join('$');
  }

  /** Whether a verifier was sealed for this place with the keys at hand. */
  opens(verifier: string, place: SealedPlace): boolean {
    try {
      this.#fields.open(verifier.split('$').pop() ?? '', place);
      return true;
    } catch {
      return false;
    }
  }

  /** Whether two verifiers, each opened in its own place, are of the same password and the same salt. */
  isSame(one: string, place: SealedPlace, other: string, otherPlace: SealedPlace): boolean {
    const output = (verifier: string, at: SealedPlace) => {
      const parts = verifier.split('$');
      const sealed = parts.pop() ?? '';
      return [...parts, this.#fields.open(sealed, at)].join('$');
    };
    return output(one, place) === output(other, otherPlace);
  }

  async matches(password: string, verifier: string, place: SealedPlace): Promise<boolean> {
    const form = /^argon2id\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$(.+)$/.exec(verifier);
    if (!form) throw new Error('not a password verifier');
    const [, memory, passes, parallelism, salt = '', sealed = ''] = form;
    const expected = Buffer.from(this.#fields.open(sealed, place), 'base64url');
    const given = await argon2id({
      message: password,
      nonce: Buffer.from(salt, 'base64url'),
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
      tagLength: expected.length,
    });
    return timingSafeEqual(given, expected);
  }
}
