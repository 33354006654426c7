import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const argon2 = crypto.argon2;
const known = new Map<string, Buffer>();

/**
 * Argon2id takes 40 ms of a core, and tests check the same few passwords against the same salts again and again: mocha's
 * processes work each of them out once. The services that tests start know nothing of this.
 */
const hashedOnce: typeof argon2 = (algorithm, parameters, callback) => {
  const key = JSON.stringify([algorithm, parameters]);
  const output = known.get(key);
  if (output) return void setImmediate(callback, null, Buffer.from(output));
  argon2(algorithm, parameters, (error, worked) => {
    if (!error) known.set(key, Buffer.from(worked));
    callback(error, worked);
  });
};

Object.assign(crypto, { argon2: hashedOnce });
syncBuiltinESMExports();
