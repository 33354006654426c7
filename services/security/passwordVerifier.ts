import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { FieldSealing, Place } from './fieldSealing.ts';

const argon2id = promisify((parameters: Argon2Parameters, done: (error: Error | null, key: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);

/** Memory in KiB, passes, lanes: the least that OWASP's password storage sheet names for Argon2id (RFC 9106). */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const costText = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;

/** A verifier as `protect` makes them now; what costs less, or so much that checking it would stop the service, is none. */
export const verifierForm = new RegExp(`^argon2id\\$${costText}\\$[\\w-]{22}\\$v1\\.[\\w.-]{1,200}$`);

/**
 * Transaction passwords at rest: Argon2id, its output sealed under a key outside the database. Six digits fall
 * to anyone who can try a million of them; without that key there is nothing to try them against.
 */
export class PasswordVerifiers {
  readonly #fields: FieldSealing;

  constructor(fields: FieldSealing) {
    this.#fields = fields;
  }

  /** Text `argon2id$m=…,t=…,p=…$SALT$SEALED`. */
  async protect(password: string, place: Place, nonce = randomBytes(16)): Promise<string> {
    const output = await argon2id({ ...cost, message: password, nonce, tagLength });
    const sealed = this.#fields.seal(output.toString('base64url'), place);
    return ['argon2id', costText, nonce.toString('base64url'), sealed].join('$');
  }

  /** The same verifier, its output sealed with the newest field key, there or for another place; the password is not needed. */
  closedAnew(verifier: string, from: Place, to = from): string {
    const parts = verifier.split('$');
    const sealed = parts.pop() ?? '';
    return [...parts, this.#fields.seal(this.#fields.open(sealed, from), to)].join('$');
  }

  /** Whether two verifiers are of one password with one salt, each opened in its own place. */
  isSame(one: string, place: Place, other: string, otherPlace: Place): boolean {
    const output = (verifier: string, at: Place) => {
      const parts = verifier.split('$');
      const sealed = parts.pop() ?? '';
      return [...parts, this.#fields.open(sealed, at)].join('$');
    };
    return output(one, place) === output(other, otherPlace);
  }

  async matches(password: string, verifier: string, place: Place): Promise<boolean> {
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
