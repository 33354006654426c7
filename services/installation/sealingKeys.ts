import { type EntityManager, In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, seconds } from '../../kit/time.ts';
import type { SealingKey } from '../contract/sealingKey.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { KeyRing } from '../security/keyRing.ts';
import {
  ageOf,
  freshSealingKey,
  givenOutFor,
  SealingKeyPair,
  type SealingKeyPairs,
  sealingKeysLiveFor,
  sealingPublicHalf,
} from '../security/sealingKeyPair.ts';
import { locks } from '../tables/locks.ts';
import { type SealingKeyRow, SealingKeyRows } from '../tables/sealingKey.ts';

type Given = {
  store: Store;
  fields: FieldSealing;
  keyRing: Pick<KeyRing, 'leftSealingKey'>;
  clock: Clock;
};

/** The age after which the last reading of the table is too old for `latest`. */
const lookEvery = 10 * seconds;

/**
 * The keys that customers' envelopes are sealed to, shared by all processes of the bank's side. There is a new key
 * every hour, and private halves are destroyed soon after, so that recorded traffic cannot be opened later.
 * The table alone decides which keys exist, and no backup holds it. An envelope for a key that was destroyed, or lost
 * in a crash, cannot be opened, and the customer is asked again. Each process keeps in memory what it last read.
 */
export class SealingKeys implements SealingKeyPairs {
  readonly #given: Given;
  /** The keys as last read, the newest first. */
  #held: readonly SealingKeyPair[] = [];
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<SealingKeyRow[]> | undefined;

  constructor(given: Given) {
    this.#given = given;
  }

  async current(): Promise<SealingKey> {
    const pair = this.#newestOf(this.#held) ?? (await this.#tended(false));
    return sealingPublicHalf(pair);
  }

  async latest(): Promise<SealingKey> {
    const sinceLook = Math.abs(this.#given.clock().getTime() - this.#lookedAt);
    if (sinceLook >= lookEvery) await this.#look();
    return this.current();
  }

  async privateHalf(kid: string): Promise<SealingKeyPair['privateKey'] | undefined> {
    const held = this.#alive().find((one) => one.kid === kid);
    if (held) return held.privateKey;
    // The key may have been made by another process since the last reading, or be in the key file of an older version.
    await this.#look();
    const found = this.#alive().find((one) => one.kid === kid);
    return (found ?? this.#given.keyRing.leftSealingKey(kid))?.privateKey;
  }

  /** Makes the next key and destroys the expired ones when it is time. It must be called every minute. */
  async tend(): Promise<void> {
    const rows = await this.#look();
    if (this.#newestOf(this.#held) && rows.every((row) => !this.#isOver(row))) return;
    await this.#tended(false);
  }

  /** Makes a new key now. Other processes hand it out after their next reading. */
  async rotate(): Promise<void> {
    await this.#tended(true);
  }

  /** Reads the table; simultaneous callers share one reading. */
  #look(): Promise<SealingKeyRow[]> {
    this.#looking ??= this.#looked().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #looked(): Promise<SealingKeyRow[]> {
    const rows = await this.#given.store.read((manager) => manager.find(SealingKeyRows));
    this.#holds(this.#pairsIn(rows));
    return rows;
  }

  #holds(pairs: readonly SealingKeyPair[]): void {
    this.#held = pairs;
    this.#lookedAt = this.#given.clock().getTime();
  }

  /** @returns the newest key; a fresh one where none is young enough, or where `isNewWanted` */
  async #tended(isNewWanted: boolean): Promise<SealingKeyPair> {
    const { store, clock } = this.#given;
    const { pairs, newest } = await store.transaction([locks.sealingKeys, locks.seals], async (manager) => {
      const rows = await manager.find(SealingKeyRows);
      const kept = rows.filter((row) => !this.#isOver(row));
      if (kept.length < rows.length) await destroyAllBut(manager, rows, kept);
      const pairs = this.#pairsIn(kept);
      const youngest = this.#newestOf(pairs);
      if (youngest && !isNewWanted) return { pairs, newest: youngest };
      const fresh = freshSealingKey(clock());
      await manager.insert(SealingKeyRows, this.#closed(fresh));
      return { pairs: [fresh, ...pairs], newest: fresh };
    });
    this.#holds(pairs);
    return newest;
  }

  /** A row that does not open, because it was altered or its key is gone, is skipped. */
  #pairsIn(rows: readonly SealingKeyRow[]): SealingKeyPair[] {
    const known = new Map(this.#held.map((one) => [one.kid, one]));
    return rows
      .flatMap((row) => known.get(row.kid) ?? this.#opened(row) ?? [])
      .toSorted((one, other) => (one.createdAt > other.createdAt ? -1 : 1));
  }

  #closed(pair: SealingKeyPair): SealingKeyRow {
    const { kid, createdAt } = pair;
    return { kid, createdAt, pairSealed: this.#given.fields.seal(JSON.stringify(pair), placeOf(kid)) };
  }

  #opened({ kid, createdAt, pairSealed }: SealingKeyRow): SealingKeyPair | undefined {
    try {
      const pair = SealingKeyPair.parse(JSON.parse(this.#given.fields.open(pairSealed, placeOf(kid))));
      return pair.kid === kid && pair.createdAt === createdAt ? pair : undefined;
    } catch {
      return undefined;
    }
  }

  #newestOf(pairs: readonly SealingKeyPair[]): SealingKeyPair | undefined {
    const now = this.#given.clock();
    return pairs.find((one) => ageOf(one, now) < givenOutFor);
  }

  #alive(): SealingKeyPair[] {
    return this.#held.filter((one) => !this.#isOver(one));
  }

  #isOver(one: Pick<SealingKeyPair, 'createdAt'>): boolean {
    return ageOf(one, this.#given.clock()) >= sealingKeysLiveFor;
  }
}

/**
 * Emptying the table makes PostgreSQL use a new file for it, whereas deleted rows stay in the old file for a while. A
 * role without the privilege to TRUNCATE can only delete.
 */
async function destroyAllBut(
  manager: EntityManager,
  rows: SealingKeyRow[],
  kept: SealingKeyRow[],
): Promise<void> {
  if (await mayEmpty(manager)) {
    await manager.clear(SealingKeyRows);
    if (kept.length > 0) await manager.insert(SealingKeyRows, kept);
    return;
  }
  const gone = rows.filter((row) => !kept.includes(row));
  await manager.delete(SealingKeyRows, { kid: In(gone.map(({ kid }) => kid)) });
}

/** SQLite overwrites deleted rows and has no privileges. */
async function mayEmpty(manager: EntityManager): Promise<boolean> {
  if (manager.connection.options.type !== 'postgres') return true;
  const [{ may }] = await manager.query("SELECT has_table_privilege('sealing_keys', 'TRUNCATE') AS may");
  return may;
}

function placeOf(kid: string) {
  return { table: 'sealing_keys', column: 'pair_sealed', row: kid };
}
