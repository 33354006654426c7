import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { withFileLock } from '../../kit/fileLock.ts';
import { Instant } from '../../kit/time.ts';
import { AnchorKeyPair, freshAnchorKey } from './anchorKey.ts';
import { SealingKeyPair } from './sealingKeyPair.ts';

const Secret = z.base64url().length(43);
/** The names of the keys of which one is in use at a time, as they stand in the key file. */
export const singleKeys = ['indexKey', 'cardReferenceKey', 'auditKey', 'webChatTokenKey'] as const;
export type SingleKey = (typeof singleKeys)[number];

const KeyId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const FieldKey = z.strictObject({ id: KeyId, key: Secret });
/** A key that was replaced. `until` is the moment when the next key took its place. */
const OlderKey = z.strictObject({ key: Secret, until: Instant });
export type OlderKey = z.infer<typeof OlderKey>;
const Older = z.array(OlderKey).min(1).optional();
const Next = Secret.optional();

/**
 * The content of a key file: secrets of 32 bytes as base64url, and key pairs as JWK (RFC 7517). The newest key is
 * first.
 */
export const KeyRingFile = z.strictObject({
  version: z.literal(1),
  purpose: z.enum(['development', 'production']),
  fieldKeys: z.array(FieldKey).min(1),
  indexKey: Secret,
  cardReferenceKey: Secret,
  auditKey: Secret,
  webChatTokenKey: Secret,
  /** Sealing keys left by an earlier version. Newer ones are in the database, and not in its backups. */
  sealingKeys: z.array(SealingKeyPair),
  /** Empty in a file of a version that had no anchors; the first key is then made at start. */
  anchorKeys: z.array(AnchorKeyPair).default([]),
  /** The keys in use before, the newest first. */
  older: z
    .strictObject({ indexKey: Older, cardReferenceKey: Older, auditKey: Older, webChatTokenKey: Older })
    .optional(),
  /** The keys announced for the next rotation; another machine may use them already. */
  next: z
    .strictObject({
      fieldKeys: FieldKey.optional(),
      indexKey: Next,
      cardReferenceKey: Next,
      auditKey: Next,
      webChatTokenKey: Next,
    })
    .optional(),
});
export type KeyRingFile = z.infer<typeof KeyRingFile>;

/** The field key of a name, also where it is only announced. */
export function fieldKeyIn({ fieldKeys, next }: KeyRingFile, id: string) {
  return [...fieldKeys, next?.fieldKeys].find((one) => one?.id === id);
}

/** A complete set of fresh keys for one file. */
export function freshKeys(purpose: KeyRingFile['purpose']): KeyRingFile {
  return {
    version: 1,
    purpose,
    fieldKeys: [freshFieldKey()],
    indexKey: freshSecret(),
    cardReferenceKey: freshSecret(),
    auditKey: freshSecret(),
    webChatTokenKey: freshSecret(),
    sealingKeys: [],
    anchorKeys: [freshAnchorKey()],
  };
}

export function freshSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function freshFieldKey(): KeyRingFile['fieldKeys'][number] {
  return { id: randomUUID(), key: freshSecret() };
}

/**
 * Reads and parses a key file. @returns undefined where there is no file
 * @throws UnfreezeError `keysUnusable` where other accounts may read it, or it is not JSON
 */
export function readKeyFile(file: string): unknown {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (mayOthersUse(stat)) throw unusable(file, `other accounts may use it: chmod 600 ${file}`);
  return json(file);
}

/**
 * The same rule as PostgreSQL's for its private key: a file that belongs to root, as mounted secrets do, may be
 * readable by this account's group, but not writable.
 */
function mayOthersUse({ mode, uid }: Stats): boolean {
  const isMounted = uid === 0 && process.geteuid?.() !== 0;
  return (mode & (isMounted ? 0o037 : 0o077)) !== 0;
}

/**
 * Makes a key file where there is none.
 * @param content the keys, as a `KeyFileForm` writes them
 * @throws UnfreezeError `keysUnusable`, also where the file exists already
 */
export function createKeyRingFile(file: string, content: object): void {
  writeWhole(file, content, (fresh) => {
    // Unlike a rename, a link never replaces an existing file, even if several processes try at once.
    linkSync(fresh, file);
    unlinkSync(fresh);
  });
}

/**
 * Work on a key file that no other process does meanwhile. An account that may only read the folder cannot make a lock in it
 * either, so that failure is one of the key file.
 */
export function withKeyFileLock(file: string, work: () => void): void {
  try {
    withFileLock(file, work);
  } catch (error) {
    throw error instanceof UnfreezeError ? error : unusable(file, 'it cannot be written', error);
  }
}

/** Replaces a key file so that after a crash either the old or the new one is there. Only its owner may read it. */
export function writeKeyRingFile(file: string, content: object): void {
  writeWhole(file, content, (fresh) => renameSync(fresh, file));
}

function writeWhole(file: string, content: object, putInPlace: (fresh: string) => void): void {
  const fresh = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const descriptor = openSync(fresh, 'wx', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(content, null, 2)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    putInPlace(fresh);
  } catch (cause) {
    if (existsSync(fresh)) rmSync(fresh);
    const isThere = (cause as NodeJS.ErrnoException).syscall === 'link' && existsSync(file);
    const reason = isThere
      ? 'there is one already, and what it sealed would be lost'
      : 'it cannot be written';
    throw unusable(file, reason, cause);
  }
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    // The parser's own message is left out, because it quotes the text that it failed at, which here is a key.
    throw unusable(file, cause instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read');
  }
}

export function unusable(file: string, reason: string, cause?: unknown): UnfreezeError {
  return new UnfreezeError('keysUnusable', `the key file ${file} cannot be used: ${reason}`, { cause });
}

/** The version of a key file. It changes with every write, since each write replaces the file by a new one. */
export function versionOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.mtimeNs} ${stat.size} ${stat.mode}` : 'none';
}
