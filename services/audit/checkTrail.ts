import { MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { laterBy } from '../security/keyRotation.ts';
import { type AuditBaseRow, AuditEntries, type AuditRow } from '../tables/auditEntry.ts';
import type { Audit } from './audit.ts';

/** The first wrong entry, and its fault in the operator's words. */
export type BadEntry = { number: number; problem: string };

/**
 * The result of a check: how many entries are right, counted from the first ever written; where the trail was cut off;
 * and the first wrong entry.
 */
export type TrailCheck = { holding: number; base: AuditBaseRow | undefined; bad: BadEntry | undefined };

type CheckTrailOptions = {
  read: Store['read'];
  audit: Pick<Audit, 'ageOfKey' | 'base' | 'isOwnBase'>;
  /** Called with each entry that is right. */
  look?: (entry: AuditRow) => void;
  /** Called after each page with the number of entries that are right so far. */
  progress?: (holding: number) => void;
};

/** The rows in memory at a time, however long the trail is. */
const pageSize = 1000;

/** Checks the numbers and the chain of the whole trail, one page at a time. */
export async function checkTrail({ read, audit, look, progress }: CheckTrailOptions): Promise<TrailCheck> {
  const base = await read((manager) => audit.base(manager));
  if (base && !audit.isOwnBase(base)) return { holding: 0, base, bad: { number: 1, problem: foreignBase } };
  let { hash: before, number: holding } = base ?? { hash: '', number: 0 };
  const keys = new KeysInTurn();
  for await (const page of pages(read)) {
    for (const row of page) {
      const problem =
        wrongNumber(row.number, holding + 1) ?? keys.problemOf(row, audit.ageOfKey(row, before));
      if (problem) return { holding, base, bad: { number: holding + 1, problem } };
      before = row.hash;
      look?.(row);
      holding += 1;
    }
    progress?.(holding);
  }
  return { holding, base, bad: undefined };
}

const foreignBase = 'it is missing, and what says that the trail was cut was not written by this service';

/**
 * Checks that a newer key ends the use of the older ones, after a short time. Otherwise somebody with a leaked key that
 * was rotated could continue to write with it.
 */
export class KeysInTurn {
  /** The newest key seen, by the number of keys after it, and since when it is in use. */
  #newest = { age: Number.POSITIVE_INFINITY, since: 0 };
  #oldest = Number.POSITIVE_INFINITY;

  problemOf({ at }: AuditRow, age: number | undefined): string | undefined {
    if (age === undefined)
      return 'it was changed, or took the place of another, or was written under another audit key';
    if (age > this.#oldest) return 'it was written with an audit key that had been rotated before';
    const moment = new Date(at).getTime();
    if (age < this.#newest.age) this.#newest = { age, since: moment };
    if (moment - this.#newest.since > laterBy) this.#oldest = this.#newest.age;
    return undefined;
  }
}

function wrongNumber(number: number, expected: number): string | undefined {
  if (number > expected) return 'it is missing';
  return number < expected ? `before it an entry numbered ${number} was put in` : undefined;
}

async function* pages(read: Store['read']): AsyncGenerator<AuditRow[]> {
  let last: number | undefined;
  for (;;) {
    // The first page has no lower bound, so that an entry with the number 0 or less is noticed.
    const where = last === undefined ? {} : { number: MoreThan(last) };
    const page = await read((manager) =>
      manager.find(AuditEntries, { where, order: { number: 'ASC' }, take: pageSize }),
    );
    last = page.at(-1)?.number;
    if (last === undefined) return;
    yield page;
  }
}
