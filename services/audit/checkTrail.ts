import { MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { laterBy } from '../security/keyRotation.ts';
import { type AuditBaseRow, AuditEntries, type AuditRow } from '../tables/auditEntry.ts';
import type { Audit } from './audit.ts';

/** The first entry that does not hold, and what is wrong with it, in the operator's words. */
export type BadEntry = { number: number; problem: string };

/** How many entries hold, counted from the first that there ever was, what was cut off, and what ended the counting. */
export type TrailCheck = { holding: number; base: AuditBaseRow | undefined; bad: BadEntry | undefined };

type Parts = {
  read: Store['read'];
  audit: Pick<Audit, 'ageOfKey' | 'base' | 'isOwnBase'>;
  /** Is shown each entry that holds. */
  look?: (entry: AuditRow) => void;
  /** Hears after each page how many entries hold so far. */
  progress?: (holding: number) => void;
};

/** How many rows are in memory at a time, however long the trail is. */
const pageSize = 1000;

/** Checks the numbers and the chain of the whole trail, a page at a time. */
export async function checkTrail({ read, audit, look, progress }: Parts): Promise<TrailCheck> {
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
 * Keys take turns: once one has been in use for a while, nothing more is written with the one before. Else whoever has a key
 * that was rotated because it had leaked could write on with it.
 */
export class KeysInTurn {
  /** The newest key that has written, by how many came after it, and when it began. */
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
    // The first page has no lower bound: an entry numbered 0 or less must be seen, not passed over.
    const where = last === undefined ? {} : { number: MoreThan(last) };
    const page = await read((manager) =>
      manager.find(AuditEntries, { where, order: { number: 'ASC' }, take: pageSize }),
    );
    last = page.at(-1)?.number;
    if (last === undefined) return;
    yield page;
  }
}
