import { createSecretKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { UnfreezeError } from '../../kit/errors.ts';
import type { Clock, Instant } from '../../kit/time.ts';
import { type AnchorKeys, anchorPrivateHalf, anchorPublicHalf, idOfKey, keysById } from './anchorKey.ts';
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
  fieldKeyIn,
  freshKeys,
  type KeyRingFile,
  readKeyFile,
  type SingleKey,
  unusable,
  versionOf,
  withKeyFileLock,
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
import { LookByTime, type Looks } from './lookByTime.ts';
import type { SealingKeyPair } from './sealingKeyPair.ts';

type Opening = {
  clock: Clock;
  production: boolean;
  /** How the file is read and written where a keeper closes it; a plain file otherwise. */
  form?: KeyFileForm;
  /** How long a look at the file is good for, where not each use of a key needs one of its own. */
  looks?: Looks;
};

/**
 * All keys of this process, as its key file holds them now. Processes that share a key file share its keys, and a
 * rotation reaches each with its next look at the file, which every transaction takes. Only an operator's command changes
 * these keys, so a service only reads the file; the sealing keys, which change every hour, are in the database (`SealingKeys`).
 * If the key file is replaced by that of another installation or by an old copy, the ring keeps the keys that it held,
 * writes nothing to the file and finishes what was begun with them until the right file is back.
 */
export class KeyRing {
  readonly #file: string;
  readonly #clock: Clock;
  readonly #objects = new Map<string, KeyObject>();
  #form: KeyFileForm;
  #keys: KeyRingFile;
  #read: string;
  readonly #looks: LookByTime;
  /** The names of the keys that the ring held and that the file lacks now. */
  #lacking: readonly LastingKey[] = [];

  private constructor(file: string, keys: KeyRingFile, { clock, form = plainForm, looks }: Opening) {
    this.#file = file;
    this.#clock = clock;
    this.#form = form;
    this.#looks = new LookByTime(looks);
    this.#keys = keys;
    // An empty version makes the first use read the file again, since it may have changed since.
    this.#read = '';
  }

  /**
   * Opens the key file.
   * @throws UnfreezeError `settingsInvalid` where there is none, `keysUnusable`; both say what the operator has to do
   */
  static open(file: string, opening: Opening): KeyRing {
    const { production, form = plainForm } = opening;
    const content = readKeyFile(file);
    if (content === undefined) {
      const todo =
        'put your copy of it back, or, for a new database, make one with `npx thawline keys create`';
      throw new UnfreezeError('settingsInvalid', `KEYS_FILE: there is no key file ${file}; ${todo}`);
    }
    const keys = form.read(file, content);
    if (production && keys.purpose !== 'production')
      throw unusable(file, 'it holds development keys; `npx thawline keys create` makes keys for production');
    return new KeyRing(file, keys, opening);
  }

  /** Opens the key file. Outside production it makes one where there is none, which fits an empty database only. */
  static openOrMake(file: string, opening: Opening): KeyRing {
    try {
      if (!opening.production && !existsSync(file)) KeyRing.create(file, 'development', opening.form);
    } catch (error) {
      // Of several processes that start together one makes it and the others read it.
      if (!existsSync(file)) throw error;
    }
    return KeyRing.open(file, opening);
  }

  /** Makes a new key file. @throws UnfreezeError `keysUnusable` where there is one already */
  static create(file: string, purpose: KeyRingFile['purpose'], form = plainForm): KeyRingFile {
    const keys = freshKeys(purpose);
    createKeyRingFile(file, form.written(keys));
    return keys;
  }

  /**
   * Writes a backup copy without the sealing keys, so that whoever finds it cannot open recorded envelopes.
   * @throws UnfreezeError `keysUnusable` where the file exists already
   */
  copyTo(file: string): void {
    createKeyRingFile(file, this.#form.written({ ...this.#current, sealingKeys: [] }));
  }

  /** The fingerprints by which a database recognises its keys. */
  fingerprints(names: readonly LastingKey[]): KeyFingerprint[] {
    return fingerprintsOf(this.#current, names);
  }

  /** The same fingerprints and those of the announced keys, which another machine may use already. */
  readableFingerprints(names: readonly LastingKey[]): KeyFingerprint[] {
    return readableFingerprints(this.#current, names);
  }

  /**
   * Looks at the file now: the many requests and transactions of one turn of the event loop share the look of the first.
   * @throws UnfreezeError `keysForeign` while the file lacks keys that it held before
   */
  assertUnchanged(): void {
    if (!this.#looks.isOfThisTurn || this.#lacking.length > 0) this.#look();
    if (this.#lacking.length > 0) throw keysForeign(this.#file, this.#lacking);
  }

  /** The key that new values are written with. */
  secret(name: SingleKey): KeyObject {
    return this.#objectOf(this.#current[name]);
  }

  /** All keys that a stored value may have been written with, the present one first. */
  secrets(name: SingleKey): KeyObject[] {
    return everyOf(this.#current, name).map((text) => this.#objectOf(text));
  }

  /** The key that the next rotation will use; undefined where none was announced. */
  announcedSecret(name: SingleKey): KeyObject | undefined {
    const [next] = nextOf(this.#current, name);
    return next === undefined ? undefined : this.#objectOf(next);
  }

  /** The oldest key that is still kept. */
  firstSecret(name: SingleKey): KeyObject {
    const keys = this.#current;
    return this.#objectOf(olderOf(keys, name).at(-1)?.key ?? keys[name]);
  }

  /** All keys that some machine may be writing with now. */
  writers(name: SingleKey): KeyObject[] {
    return writersOf(this.#current, name, this.#clock()).map((text) => this.#objectOf(text));
  }

  /** The moment when the present key replaced the one before; undefined where no older key is kept. */
  rotatedAt(name: SingleKey): Instant | undefined {
    return olderOf(this.#current, name)[0]?.until;
  }

  /** The key that closes fields now. */
  get fieldKey(): { id: string; key: KeyObject } {
    const [newest] = this.#current.fieldKeys;
    if (!newest) throw unusable(this.#file, 'no field key');
    return { id: newest.id, key: this.#objectOf(newest.key) };
  }

  /** A key that closed a field at some time. @throws UnfreezeError `keysUnusable` */
  fieldKeyNamed(id: string): KeyObject {
    // Another process may have taken a new one up since the last look.
    const found = fieldKeyIn(this.#current, id) ?? fieldKeyIn(this.#look(), id);
    if (!found) throw unusable(this.#file, `it lacks the field key ${id}, which closed data in the database`);
    return this.#objectOf(found.key);
  }

  /** A sealing key that an earlier version left in the key file; undefined after it has expired. */
  leftSealingKey(kid: string): SealingKeyPair | undefined {
    return leftAlive(this.#current, this.#clock()).find((one) => one.kid === kid);
  }

  /** The key that signs anchors now. */
  get anchorKey(): { id: string; privateKey: KeyObject } {
    const [newest] = this.#current.anchorKeys;
    const privateKey = newest && anchorPrivateHalf(newest);
    if (!newest || !privateKey) throw unusable(this.#file, 'no key for anchors');
    return { id: idOfKey(anchorPublicHalf(newest)), privateKey };
  }

  /** The public halves of all keys that have ever signed anchors, the newest first. */
  get anchorPublicKeys(): AnchorKeys {
    return keysById(this.#current.anchorKeys.map(anchorPublicHalf));
  }

  /** Makes a new key for anchors; of the old ones only the public halves are kept. */
  rotateAnchorKey(): void {
    this.#change(withFreshAnchorKey);
  }

  /**
   * Brings the file of an earlier version up to this one: adds a key for anchors where there is none, and removes
   * expired sealing keys. Any other file is only read.
   * @throws UnfreezeError `keysUnusable` where the file cannot be written
   */
  tend(): void {
    const keys = this.#current;
    const now = this.#clock();
    if (this.#lacking.length === 0 && tended(keys, now)) this.#change((keys) => tended(keys, now) ?? keys);
  }

  /** Makes a new key under a name. Values written with the key before can still be read. */
  rotate(name: RotatableKey = 'fieldKeys'): void {
    this.#change((keys) => rotated(keys, name, this.#clock()));
  }

  /** Makes the key that the next rotation will use, so that it can be copied to every machine before. */
  announce(name: RotatableKey): void {
    this.#change((keys) => announced(keys, name));
  }

  /** Destroys the older keys of a name. Values written with them can no longer be read. */
  dropOlder(name: SingleKey): void {
    this.#change((keys) => withoutOlder(keys, name));
  }

  /** The ids of the field keys that are older than this one. */
  fieldKeysBefore(id: string): string[] {
    const ids = this.#current.fieldKeys.map((one) => one.id);
    return ids.slice(ids.indexOf(id) + 1 || ids.length);
  }

  /** Destroys field keys. Values that they closed can no longer be opened. */
  dropFieldKeys(ids: readonly string[]): void {
    this.#change((keys) => ({ ...keys, fieldKeys: keys.fieldKeys.filter(({ id }) => !ids.includes(id)) }));
  }

  /** Writes the file again in another form, which is also used for reading it from then on. */
  writeAs(form: KeyFileForm): void {
    this.#change((keys) => {
      this.#form = form;
      return { ...keys };
    });
  }

  /** The keys in the file now; while the file lacks some, the keys before that. @throws UnfreezeError `keysUnusable` */
  get #current(): KeyRingFile {
    return this.#looks.isGood ? this.#keys : this.#look();
  }

  #look(): KeyRingFile {
    this.#looks.look(() => {
      const version = versionOf(this.#file);
      if (version !== this.#read) this.#take(this.#readNow());
      this.#read = version;
    });
    return this.#keys;
  }

  /** Each key object is made once, because with one Node needs a quarter of the time that bytes need. */
  #objectOf(text: string): KeyObject {
    const made = this.#objects.get(text) ?? createSecretKey(Buffer.from(text, 'base64url'));
    this.#objects.set(text, made);
    return made;
  }

  #take(keys: KeyRingFile): void {
    this.#objects.clear();
    this.#lacking = lackingKeys(keys, this.#keys);
    if (this.#lacking.length === 0) this.#keys = keys;
  }

  #change(change: (keys: KeyRingFile) => KeyRingFile): void {
    withKeyFileLock(this.#file, () => {
      const keys = this.#readNow();
      this.#take(keys);
      if (this.#lacking.length > 0) throw keysForeign(this.#file, this.#lacking);
      this.#keys = change(keys);
      if (this.#keys !== keys) writeKeyRingFile(this.#file, this.#form.written(this.#keys));
      this.#read = versionOf(this.#file);
    });
  }

  #readNow(): KeyRingFile {
    const content = readKeyFile(this.#file);
    if (content === undefined) throw unusable(this.#file, 'it has gone');
    return this.#form.read(this.#file, content);
  }
}
