import type { KeyFingerprintRow } from '../../kit/store/keyFingerprints.ts';
import { type EntityManager, In, IsNull } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import manifest from '../../package.json' with { type: 'json' };
import { keysForeign } from '../security/foreignKeys.ts';
import type { KeyFingerprint } from '../security/keyFingerprint.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { SingleKey } from '../security/keyRingFile.ts';
import { locks } from '../tables/locks.ts';
import type { KeyedSchema } from './keyedSchema.ts';

type Given = {
  store: Store;
  keyRing: KeyRing;
  keysFile: string;
  schemas: readonly KeyedSchema[];
  clock: Clock;
};
type Compared = { keyed: KeyedSchema; lacking: string[]; unrecorded: KeyFingerprint[] };

/** Compares the present keys with those that a database depends on. */
export class DatabaseKeys {
  readonly #given: Given;

  constructor(given: Given) {
    this.#given = given;
  }

  /**
   * Compares the present keys with the recorded ones, and records new ones. New are all keys of a database from before
   * keys were recorded, if no row contradicts them, and those of a rotation that was interrupted.
   * @throws UnfreezeError `keysForeign` where a recorded key is missing; then nothing is written
   */
  async settle(): Promise<void> {
    const { store } = this.#given;
    const compared = await this.#comparedNow();
    if (compared.every(({ unrecorded }) => unrecorded.length === 0)) return;
    await store.transaction([locks.keyFingerprints], async (manager) => {
      for (const { keyed, unrecorded } of await this.#compared(manager)) {
        if (unrecorded.length > 0) await manager.insert(keyed.fingerprints, unrecorded.map(this.#row));
      }
    });
  }

  /** Compares without writing. @throws UnfreezeError `keysForeign` where a recorded key is missing */
  async assertOwn(): Promise<void> {
    await this.#comparedNow();
  }

  /**
   * Records that no data depends on these field keys any more. It must be called before they are destroyed, because a
   * crash in between would otherwise leave records of missing keys.
   */
  async retireFieldKeys(ids: readonly string[]): Promise<void> {
    const { store, schemas, clock } = this.#given;
    const retiredAt = instant(clock());
    await store.transaction([locks.keyFingerprints], async (manager) => {
      for (const { fingerprints } of schemas) {
        const rows = { name: 'fieldKeys', keyId: In([...ids]), retiredAt: IsNull() };
        await manager.update(fingerprints, rows, { retiredAt });
      }
    });
  }

  /** Does the same for all older keys of a name. */
  async retireOlder(name: SingleKey): Promise<void> {
    const { store, keyRing, schemas, clock } = this.#given;
    const [, ...older] = keyRing.fingerprints([name]);
    const fingerprint = In(older.map((one) => one.fingerprint));
    await store.transaction([locks.keyFingerprints], async (manager) => {
      for (const { fingerprints } of schemas)
        await manager.update(
          fingerprints,
          { name, fingerprint, retiredAt: IsNull() },
          { retiredAt: instant(clock()) },
        );
    });
  }

  #comparedNow(): Promise<Compared[]> {
    const { store, keyRing } = this.#given;
    keyRing.assertUnchanged();
    return store.read((manager) => this.#compared(manager));
  }

  async #compared(manager: EntityManager): Promise<Compared[]> {
    const compared: Compared[] = [];
    for (const keyed of this.#given.schemas) compared.push(await this.#comparedIn(manager, keyed));
    const lacking = compared.flatMap((one) => one.lacking);
    if (lacking.length > 0) throw keysForeign(this.#given.keysFile, lacking);
    return compared;
  }

  async #comparedIn(manager: EntityManager, keyed: KeyedSchema): Promise<Compared> {
    const { keyRing } = this.#given;
    // The key file is read before and after the records: a new key is in the file before it is recorded, and an old one
    // until its record is removed.
    const before = keyRing.readableFingerprints(keyed.keys);
    const recorded = await manager.find(keyed.fingerprints);
    const needed = recorded.filter(({ retiredAt }) => retiredAt === null);
    const atHand = keyRing.fingerprints(keyed.keys);
    const seen = [...before, ...keyRing.readableFingerprints(keyed.keys)];
    const lacking = needed.filter((row) => !holds(seen, row)).map(({ name }) => name);
    return {
      keyed,
      lacking: needed.length > 0 ? lacking : await keyed.notWrittenWith(manager, keyRing),
      unrecorded: atHand.filter((key) => !holds(recorded, key)),
    };
  }

  readonly #row = (key: KeyFingerprint): KeyFingerprintRow => ({
    ...key,
    recordedAt: instant(this.#given.clock()),
    version: manifest.version,
    retiredAt: null,
  });
}

type Known = Pick<KeyFingerprintRow, 'name' | 'fingerprint'>;

function holds(keys: readonly Known[], one: Known): boolean {
  return keys.some(({ name, fingerprint }) => name === one.name && fingerprint === one.fingerprint);
}
