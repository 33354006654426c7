import type { KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import { withFileLock } from '../../kit/fileLock.ts';
import { type Clock, hours, minutes } from '../../kit/time.ts';
import type { SealingKey } from '../contract/sealingKey.ts';
import {
  type AnchorKeys,
  freshAnchorKey,
  idOfKey,
  keysById,
  privateHalf,
  publicHalf,
  withoutPrivateHalf,
} from './anchorKey.ts';
import {
  createKeyRingFile,
  freshFieldKey,
  freshKeys,
  freshSealingKey,
  type KeyRingFile,
  readKeyRingFile,
  type SealingKeyPair,
  unusable,
  writeKeyRingFile,
} from './keyRingFile.ts';

/** How long a sealing key is given out, and how long its private half outlives that: longer than any authentication request. */
const givenOutFor = 1 * hours;
const outlivesBy = 15 * minutes;

type SecretName = 'indexKey' | 'cardReferenceKey' | 'auditKey' | 'webChatTokenKey';

/**
 * Every key of this process, as its key file holds them now: processes that share a key file share its keys, and a
 * rotation counts for all of them at once. Sealing keys change by the hour and their private halves are destroyed
 * soon after, so that recorded traffic cannot be opened later; all others stay until the operator rotates them.
 */
export class KeyRing {
  readonly #file: string;
  readonly #clock: Clock;
  #keys: KeyRingFile;
  #read: string;

  private constructor(file: string, clock: Clock, keys: KeyRingFile) {
    this.#file = file;
    this.#clock = clock;
    this.#keys = keys;
    // Read again with the first use: it may have changed since.
    this.#read = '';
  }

  /**
   * Opens the key file. In development one is made where there is none; production needs its own.
   * @throws UnfreezeError `keysUnusable`, in the operator's words
   */
  static open(file: string, { clock, production }: { clock: Clock; production: boolean }): KeyRing {
    const keys = readKeyRingFile(file);
    if (production && keys?.purpose !== 'production') {
      const reason = keys ? 'it holds development keys' : 'there is none';
      throw unusable(file, `${reason}; \`npm run keys -- create\` makes keys for production`);
    }
    const ring = new KeyRing(file, clock, keys ?? KeyRing.create(file, 'development'));
    ring.tend();
    return ring;
  }

  /** Makes a new key file. @throws UnfreezeError `keysUnusable` where one is there already */
  static create(file: string, purpose: KeyRingFile['purpose']): KeyRingFile {
    const keys = freshKeys(purpose);
    createKeyRingFile(file, keys);
    return keys;
  }

  secret(name: SecretName): Buffer {
    return Buffer.from(this.#current[name], 'base64url');
  }

  /** The key that closes fields now. */
  get fieldKey(): { id: string; key: Buffer } {
    const [newest] = this.#current.fieldKeys;
    if (!newest) throw unusable(this.#file, 'no field key');
    return { id: newest.id, key: Buffer.from(newest.key, 'base64url') };
  }

  /** A key that closed a field at some time. @throws UnfreezeError `keysUnusable` */
  fieldKeyNamed(id: string): Buffer {
    const found = this.#current.fieldKeys.find((one) => one.id === id);
    if (!found) throw unusable(this.#file, `it lacks the field key ${id}, which closed data in the database`);
    return Buffer.from(found.key, 'base64url');
  }

  /** The public key to seal to now. */
  get sealingKey(): SealingKey {
    this.tend();
    const [newest] = this.#current.sealingKeys;
    if (!newest) throw unusable(this.#file, 'no sealing key');
    const { kty, crv, x, y } = newest.privateKey;
    return { kty, crv, x, y, kid: newest.kid, use: 'enc', alg: 'ECDH-ES' };
  }

  /** The private half of a sealing key; undefined when it is unknown or already destroyed. */
  privateSealingKey(kid: string): SealingKeyPair['privateKey'] | undefined {
    this.tend();
    return this.#current.sealingKeys.find((one) => one.kid === kid)?.privateKey;
  }

  /** The key that signs anchors now. */
  get anchorKey(): { id: string; privateKey: KeyObject } {
    this.tend();
    const [newest] = this.#current.anchorKeys;
    const privateKey = newest && privateHalf(newest);
    if (!newest || !privateKey) throw unusable(this.#file, 'no key for anchors');
    return { id: idOfKey(publicHalf(newest)), privateKey };
  }

  /** The public halves of all keys that have ever signed anchors, the newest first. */
  get anchorPublicKeys(): AnchorKeys {
    this.tend();
    return keysById(this.#current.anchorKeys.map(publicHalf));
  }

  /** A new key for anchors, from now on; of the old ones only the public halves are kept. */
  rotateAnchorKey(): void {
    this.#change((keys) => ({
      ...keys,
      anchorKeys: [freshAnchorKey(), ...keys.anchorKeys.map(withoutPrivateHalf)],
    }));
  }

  /** Makes the next sealing key and destroys the old ones when their time has come; to be called every minute. */
  tend(): void {
    if (this.#tended(this.#current)) this.#change((keys) => this.#tended(keys) ?? keys);
  }

  /** New keys for sealing and for fields, from now on; what the old ones closed they still open. */
  rotate(): void {
    this.#change((keys) => ({
      ...keys,
      fieldKeys: [freshFieldKey(), ...keys.fieldKeys],
      sealingKeys: [freshSealingKey(this.#clock()), ...keys.sealingKeys],
    }));
  }

  /** Destroys every field key but the newest: whatever the others closed cannot be opened any more. */
  dropOldFieldKeys(): void {
    this.#change((keys) => ({ ...keys, fieldKeys: keys.fieldKeys.slice(0, 1) }));
  }

  /** What the key file holds now. @throws UnfreezeError `keysUnusable` */
  get #current(): KeyRingFile {
    const version = versionOf(this.#file);
    if (version !== this.#read) {
      this.#keys = readKeyRingFile(this.#file) ?? this.#missing();
      this.#read = version;
    }
    return this.#keys;
  }

  #change(change: (keys: KeyRingFile) => KeyRingFile): void {
    withFileLock(this.#file, () => {
      const keys = readKeyRingFile(this.#file) ?? this.#missing();
      this.#keys = change(keys);
      if (this.#keys !== keys) writeKeyRingFile(this.#file, this.#keys);
      this.#read = versionOf(this.#file);
    });
  }

  /** The keys with those for sealing and for anchors that are due; undefined where nothing is. */
  #tended(keys: KeyRingFile): KeyRingFile | undefined {
    const now = this.#clock();
    const age = (one: SealingKeyPair) => now.getTime() - new Date(one.createdAt).getTime();
    const kept = keys.sealingKeys.filter((one) => age(one) < givenOutFor + outlivesBy);
    const [newest] = kept;
    if (!newest || age(newest) >= givenOutFor) kept.unshift(freshSealingKey(now));
    const anchorKeys = keys.anchorKeys.length > 0 ? keys.anchorKeys : [freshAnchorKey()];
    const isSame =
      kept.length === keys.sealingKeys.length && kept[0] === newest && anchorKeys === keys.anchorKeys;
    return isSame ? undefined : { ...keys, sealingKeys: kept, anchorKeys };
  }

  #missing(): never {
    throw unusable(this.#file, 'it has gone');
  }
}

/** Changes with every write of the file, since each puts another file in its place. */
function versionOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.mtimeNs} ${stat.size} ${stat.mode}` : 'none';
}
