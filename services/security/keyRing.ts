import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { UnfreezeError } from '../../kit/errors.ts';
import { withFileLock } from '../../kit/fileLock.ts';
import type { Clock, Instant } from '../../kit/time.ts';
import { type AnchorKeys, idOfKey, keysById, privateHalf, publicHalf } from './anchorKey.ts';
import { keysForeign, lackingKeys } from './foreignKeys.ts';
import { type KeyFileForm, plainForm } from './keyFileForm.ts';
import {
  fingerprintsOf,
  type KeyFingerprint,
  type LastingKey,
  readableFingerprints,
} from './keyFingerprint.ts';
import {
  createKeyRingFile,
  freshKeys,
  type KeyRingFile,
  readKeyFile,
  type SingleKey,
  unusable,
  versionOf,
  writeKeyRingFile,
} from './keyRingFile.ts';
import {
  announced,
  everyOf,
  nextOf,
  olderOf,
  type RotatableKey,
  rotated,
  withoutOlder,
  writersOf,
} from './keyRotation.ts';
import { leftAlive, tended, withFreshAnchorKey } from './keyTending.ts';
import type { SealingKeyPair } from './sealingKeyPair.ts';

type Opening = {
  clock: Clock;
  production: boolean;
  /** Where somebody else keeps what opens the file. */
  form?: KeyFileForm;
};

/**
 * Every key of this process, as its key file holds them now: processes that share a key file share its keys, and a
 * rotation counts for all of them at once. They stay until the operator rotates them, so that a service only ever reads
 * the file, and those of the hour stand elsewhere (`SealingKeys`). Another installation's file, or an old copy, that comes into the file's place is not taken up, and nothing is written to it: the
 * keys that were held before end what was begun with them, and the service waits for them to come back.
 */
export class KeyRing {
  readonly #file: string;
  readonly #clock: Clock;
  #form: KeyFileForm;
  #keys: KeyRingFile;
  #read: string;
  /** What the file lacks of the keys that it held. */
  #lacking: readonly LastingKey[] = [];

  private constructor(file: string, keys: KeyRingFile, { clock, form }: { clock: Clock; form: KeyFileForm }) {
    this.#file = file;
    this.#clock = clock;
    this.#form = form;
    this.#keys = keys;
    // Read again with the first use: it may have changed since.
    this.#read = '';
  }

  /** Opens the key file. @throws UnfreezeError `settingsInvalid` where there is none, `keysUnusable`, in the operator's words */
  static open(file: string, { clock, production, form = plainForm }: Opening): KeyRing {
    const content = readKeyFile(file);
    if (content === undefined) {
      const todo =
        'put your copy of it back, or, for a new database, make one with `npx thawline keys create`';
      throw new UnfreezeError('settingsInvalid', `KEYS_FILE: there is no key file ${file}; ${todo}`);
    }
    const keys = form.read(file, content);
    if (production && keys.purpose !== 'production')
      throw unusable(file, 'it holds development keys; `npx thawline keys create` makes keys for production');
    return new KeyRing(file, keys, { clock, form });
  }

  /** Opens the key file, and outside production makes one where there is none: that is for an empty database only. */
  static openOrMake(file: string, opening: Opening): KeyRing {
    if (!opening.production && !existsSync(file)) makeForDevelopment(file, opening.form);
    return KeyRing.open(file, opening);
  }

  /** Makes a new key file. @throws UnfreezeError `keysUnusable` where one is there already */
  static create(file: string, purpose: KeyRingFile['purpose'], form = plainForm): KeyRingFile {
    const keys = freshKeys(purpose);
    createKeyRingFile(file, form.written(keys));
    return keys;
  }

  /**
   * Writes a copy to be kept in a safe place: without the sealing keys, so that whoever finds it opens no envelope that was
   * recorded. @throws UnfreezeError `keysUnusable` where something stands there already
   */
  copyTo(file: string): void {
    createKeyRingFile(file, this.#form.written({ ...this.#current, sealingKeys: [] }));
  }

  /** What a database may keep of keys, so that it knows them again. */
  fingerprints(names: readonly LastingKey[]): KeyFingerprint[] {
    return fingerprintsOf(this.#current, names);
  }

  /** Those of keys that something in a database may rest on as soon as another machine writes it. */
  readableFingerprints(names: readonly LastingKey[]): KeyFingerprint[] {
    return readableFingerprints(this.#current, names);
  }

  /** @throws UnfreezeError `keysForeign` while the file lacks keys that it held */
  assertUnchanged(): void {
    void this.#current;
    if (this.#lacking.length > 0) throw keysForeign(this.#file, this.#lacking);
  }

  /** The one that is written with. */
  secret(name: SingleKey): Buffer {
    return asKey(this.#current[name]);
  }

  /** Every one that something may have been written with, the one of now first. */
  secrets(name: SingleKey): Buffer[] {
    return everyOf(this.#current, name).map(asKey);
  }

  /** The one that the next rotation takes. */
  announcedSecret(name: SingleKey): Buffer | undefined {
    const [next] = nextOf(this.#current, name);
    return next === undefined ? undefined : asKey(next);
  }

  /** The first one that is still kept. */
  firstSecret(name: SingleKey): Buffer {
    const keys = this.#current;
    return asKey(olderOf(keys, name).at(-1)?.key ?? keys[name]);
  }

  /** Every one that some machine may be writing with now. */
  writers(name: SingleKey): Buffer[] {
    return writersOf(this.#current, name, this.#clock()).map(asKey);
  }

  /** When the one of now took the place of the one before; undefined where none before is kept. */
  rotatedAt(name: SingleKey): Instant | undefined {
    return olderOf(this.#current, name)[0]?.until;
  }

  /** The key that closes fields now. */
  get fieldKey(): { id: string; key: Buffer } {
    const [newest] = this.#current.fieldKeys;
    if (!newest) throw unusable(this.#file, 'no field key');
    return { id: newest.id, key: asKey(newest.key) };
  }

  /** A key that closed a field at some time. @throws UnfreezeError `keysUnusable` */
  fieldKeyNamed(id: string): Buffer {
    const { fieldKeys, next } = this.#current;
    const found = [...fieldKeys, next?.fieldKeys].find((one) => one?.id === id);
    if (!found) throw unusable(this.#file, `it lacks the field key ${id}, which closed data in the database`);
    return asKey(found.key);
  }

  /** A sealing key that a version of before has left in the file; undefined when its time is over. */
  leftSealingKey(kid: string): SealingKeyPair | undefined {
    return leftAlive(this.#current, this.#clock()).find((one) => one.kid === kid);
  }

  /** The key that signs anchors now. */
  get anchorKey(): { id: string; privateKey: KeyObject } {
    const [newest] = this.#current.anchorKeys;
    const privateKey = newest && privateHalf(newest);
    if (!newest || !privateKey) throw unusable(this.#file, 'no key for anchors');
    return { id: idOfKey(publicHalf(newest)), privateKey };
  }

  /** The public halves of all keys that have ever signed anchors, the newest first. */
  get anchorPublicKeys(): AnchorKeys {
    return keysById(this.#current.anchorKeys.map(publicHalf));
  }

  /** A new key for anchors, from now on; of the old ones only the public halves are kept. */
  rotateAnchorKey(): void {
    this.#change(withFreshAnchorKey);
  }

  /**
   * Makes of a file of an older version one of this: a key for anchors where there is none, and no sealing key that is past
   * its time. Any other file is only read. @throws UnfreezeError `keysUnusable` where it cannot be written
   */
  tend(): void {
    const keys = this.#current;
    const now = this.#clock();
    if (this.#lacking.length === 0 && tended(keys, now)) this.#change((keys) => tended(keys, now) ?? keys);
  }

  /** A new key of a name, from now on; what was written with the one before is still read. */
  rotate(name: RotatableKey = 'fieldKeys'): void {
    this.#change((keys) => rotated(keys, name, this.#clock()));
  }

  /** The key that the next rotation of a name takes, to be put on every machine before it. */
  announce(name: RotatableKey): void {
    this.#change((keys) => announced(keys, name));
  }

  /** Destroys the keys that a name had before: what they have written is read no more. */
  dropOlder(name: SingleKey): void {
    this.#change((keys) => withoutOlder(keys, name));
  }

  /** The ids of the field keys that were made before this one. */
  fieldKeysBefore(id: string): string[] {
    const ids = this.#current.fieldKeys.map((one) => one.id);
    return ids.slice(ids.indexOf(id) + 1 || ids.length);
  }

  /** Destroys field keys: whatever they closed cannot be opened any more. */
  dropFieldKeys(ids: readonly string[]): void {
    this.#change((keys) => ({ ...keys, fieldKeys: keys.fieldKeys.filter(({ id }) => !ids.includes(id)) }));
  }

  /** Writes the file anew in another form: from now on it is read in that one. */
  writeAs(form: KeyFileForm): void {
    this.#change((keys) => {
      this.#form = form;
      return { ...keys };
    });
  }

  /** What the key file holds now, or held before it lacked any of it. @throws UnfreezeError `keysUnusable` */
  get #current(): KeyRingFile {
    const version = versionOf(this.#file);
    if (version !== this.#read) {
      this.#take(this.#readNow());
      this.#read = version;
    }
    return this.#keys;
  }

  #take(keys: KeyRingFile): void {
    this.#lacking = lackingKeys(keys, this.#keys);
    if (this.#lacking.length === 0) this.#keys = keys;
  }

  #change(change: (keys: KeyRingFile) => KeyRingFile): void {
    this.#locked(() => {
      const keys = this.#readNow();
      this.#take(keys);
      if (this.#lacking.length > 0) throw keysForeign(this.#file, this.#lacking);
      this.#keys = change(keys);
      if (this.#keys !== keys) writeKeyRingFile(this.#file, this.#form.written(this.#keys));
      this.#read = versionOf(this.#file);
    });
  }

  /** Who may only read the folder can make no lock in it either. */
  #locked(work: () => void): void {
    try {
      withFileLock(this.#file, work);
    } catch (error) {
      throw error instanceof UnfreezeError ? error : unusable(this.#file, 'it cannot be written', error);
    }
  }

  #readNow(): KeyRingFile {
    const content = readKeyFile(this.#file);
    if (content === undefined) throw unusable(this.#file, 'it has gone');
    return this.#form.read(this.#file, content);
  }
}

const asKey = (text: string) => Buffer.from(text, 'base64url');

/** Of processes that start together one makes the file, and the others take what it has made. */
function makeForDevelopment(file: string, form?: KeyFileForm): void {
  try {
    KeyRing.create(file, 'development', form);
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
}
