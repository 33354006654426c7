import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import * as z from 'zod';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { derivedKey, newestOf, type RotatingSecret } from '../../../kit/rotatingSecret.ts';
import { type Clock, minutes, seconds } from '../../../kit/time.ts';
import { challengeHeader } from '../../contract/directLine.ts';
import type { Once } from './tokens.ts';

const algorithm = 'PBKDF2/SHA-256';
/** A derivation takes a phone about a millisecond; so many of them come to some 300. */
const cost = 1_000;
const derivations = { least: 200, most: 400 };
const lifetime = 2 * minutes;
const longestProof = 2_048;

const Proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(algorithm),
      cost: z.literal(cost),
      nonce: z.string().max(64),
      salt: z.string().max(64),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      keySignature: z.string().max(128),
      expiresAt: z.int(),
    }),
    signature: z.string().max(128),
  }),
  solution: z.looseObject({ counter: z.int().min(0).max(1_000_000), derivedKey: z.string().max(128) }),
});

type ProofOfWorkDependencies = {
  /** The secret from which the keys for challenges are made. */
  secret: RotatingSecret;
  clock: Clock;
  /** Tells whether a challenge is used for the first time, in whichever process. */
  once: Once;
};

/**
 * Work that a browser does before it begins a conversation, while very many are begun: nothing for a customer, much for who
 * begins thousands. Challenges are signed and not kept (ALTCHA, version 2: https://altcha.org).
 */
export class ProofOfWork {
  readonly #parts: ProofOfWorkDependencies;

  constructor(parts: ProofOfWorkDependencies) {
    this.#parts = parts;
  }

  /** @throws RequestRefused `workWanted`, with a challenge, where no proof is brought or it is none (any more) */
  async demand(proof: string | undefined): Promise<void> {
    if (proof !== undefined && (await this.#holds(proof))) return;
    throw new RequestRefused('workWanted', { [challengeHeader]: await this.#challenge() });
  }

  async #challenge(): Promise<string> {
    const challenge = await createChallenge({
      ...{ algorithm, cost, deriveKey, ...this.#secrets() },
      counter: randomInt(derivations.least, derivations.most),
      expiresAt: Math.floor((this.#parts.clock().getTime() + lifetime) / seconds),
    });
    return Buffer.from(JSON.stringify(challenge)).toString('base64url');
  }

  async #holds(written: string): Promise<boolean> {
    const proof = read(written);
    if (proof === undefined) return false;
    const { challenge, solution } = proof;
    const expires = challenge.parameters.expiresAt * seconds;
    if (expires < this.#parts.clock().getTime()) return false;
    const given = { challenge, solution, deriveKey, ...this.#secrets() } as Parameters<
      typeof verifySolution
    >[0];
    const { verified } = await verifySolution(given);
    const between = { begun: expires - lifetime, until: expires };
    return verified && (await this.#parts.once(`work ${challenge.signature}`, between));
  }

  #secrets(): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } {
    const secret = newestOf(this.#parts.secret);
    const of = (purpose: string) => derivedKey(secret, purpose).export().toString('base64url');
    return {
      hmacSignatureSecret: of('proof of work'),
      hmacKeySignatureSecret: of('proof of work, its key'),
    };
  }
}

function read(written: string): z.infer<typeof Proof> | undefined {
  if (written.length > longestProof) return undefined;
  try {
    return Proof.parse(JSON.parse(Buffer.from(written, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
