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

/** A verifier with its output as plain as Argon2id gave it. `salted` is what stands before it: the costs and the salt. */
export type OpenVerifier = { salted: string; output: string };

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
    return this.closed(this.#open(verifier, from), to);
  }

  /** A verifier with its output open; undefined where it was not sealed for this place with the keys at hand. */
  opened(verifier: string, place: SealedPlace): OpenVerifier | undefined {
    try {
      return this.#open(verifier, place);
    } catch {
      return undefined;
    }
  }

  /** An opened verifier, sealed for this place under the newest field key. */
  closed({ salted, output }: OpenVerifier, place: SealedPlace): string {
    return `${salted}$${this.#fields.seal(output, place)}`;
  }

  /** Whether two verifiers, each opened in its own place, are of the same password and the same salt. */
  isSame(one: string, place: SealedPlace, other: string, otherPlace: SealedPlace): boolean {
    const [first, second] = [this.#open(one, place), this.#open(other, otherPlace)];
    return first.salted === second.salted && first.output === second.output;
  }

  #open(verifier: string, place: SealedPlace): OpenVerifier {
    const end = verifier.lastIndexOf('$');
    return {
      salted: verifier.slice(0, end),
      output: this.#fields.open(verifier.slice(end + 1), place),
    };
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
