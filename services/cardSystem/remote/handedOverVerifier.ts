import * as z from 'zod';
import type { Argon2idOutput } from '../../security/passwordVerifier.ts';

const base64 = '[A-Za-z0-9+/]';
const form = new RegExp(
  `^\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$(${base64}{11,86})\\$(${base64}{22,86})$`,
);

/** No less than OWASP's password storage sheet asks for, and no more than a check may cost. Memory in KiB. */
const least = { memory: 19_456, passes: 2 };
const most = { memory: 262_144, passes: 16, parallelism: 16 };

/** An Argon2id verifier as a PHC string, `$argon2id$v=19$m=…,t=…,p=…$SALT$HASH`. A password itself is none. */
export const HandedOverVerifier = z
  .string()
  .regex(form)
  .refine(isWithinBounds, 'a cost that is too low or too high');

function isWithinBounds(text: string): boolean {
  const { memory, passes, parallelism } = outputOf(text);
  return (
    memory >= least.memory &&
    memory <= most.memory &&
    passes >= least.passes &&
    passes <= most.passes &&
    parallelism >= 1 &&
    parallelism <= most.parallelism
  );
}

/** What a verifier that was handed over says. */
export function outputOf(verifier: string): Argon2idOutput {
  const [, memory, passes, parallelism, salt = '', hash = ''] = form.exec(verifier) ?? [];
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(salt, 'base64'),
    output: Buffer.from(hash, 'base64'),
  };
}
