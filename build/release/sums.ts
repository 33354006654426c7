import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnfreezeError } from '../../kit/errors.ts';

/** The file with the hashes of all others, one a line as `sha256sum` writes them, and the file with its signature. */
export const sumsFile = 'SHA256SUMS';
export const signatureFile = `${sumsFile}.sig`;

/** @throws UnfreezeError `settingsInvalid` where the file holds no private key of Ed25519 (RFC 8032) in PEM */
export function signingKey(file: string): KeyObject {
  return readKey(file, createPrivateKey);
}

/** @throws UnfreezeError `settingsInvalid` where the file holds no key of Ed25519 in PEM */
export function verifyingKey(file: string): KeyObject {
  return readKey(file, createPublicKey);
}

export function sumsOf(files: ReadonlyMap<string, Buffer>): string {
  const names = [...files.keys()].sort();
  return names.map((name) => `${hash(files.get(name) ?? Buffer.alloc(0))}  ${name}\n`).join('');
}

/** The signature of the hashes, in base64. */
export const signedSums = (sums: string, key: KeyObject) =>
  `${sign(null, Buffer.from(sums), key).toString('base64')}\n`;

/** The faults of a release; empty where everything is as it was signed. */
export function faultsIn(folder: string, key: KeyObject): string[] {
  const [sums, signature] = [sumsFile, signatureFile].map((file) => readFileSync(join(folder, file), 'utf8'));
  if (!verify(null, Buffer.from(sums ?? ''), key, Buffer.from(signature ?? '', 'base64')))
    return [`${signatureFile}: not by this key, or of other hashes`];
  const listed = new Map((sums ?? '').split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));
  listed.delete('');
  const there = readdirSync(folder).filter((name) => name !== sumsFile && name !== signatureFile);
  return [
    ...there.flatMap((name) => {
      if (!listed.has(name)) return [`${name}: not part of the release`];
      return hash(readFileSync(join(folder, name))) === listed.get(name) ? [] : [`${name}: was changed`];
    }),
    ...[...listed.keys()].filter((name) => !there.includes(name)).map((name) => `${name}: is missing`),
  ];
}

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function readKey(file: string, create: (pem: Buffer) => KeyObject): KeyObject {
  try {
    const key = create(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw new UnfreezeError('settingsInvalid', `${file}: it holds no Ed25519 key in PEM`, {
      cause,
    });
  }
  throw new UnfreezeError('settingsInvalid', `${file}: not a key of Ed25519`);
}
