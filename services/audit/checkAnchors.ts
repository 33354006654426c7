import { In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { AnchorKeys } from '../security/anchorKey.ts';
import { AuditEntries } from '../tables/auditEntry.ts';
import { AnchorChain } from './anchorChain.ts';
import type { AnchorSink } from './anchorFile.ts';
import type { Audit } from './audit.ts';
import type { AuditAnchor } from './auditAnchor.ts';
import type { BadEntry } from './checkTrail.ts';

/** The result of a check: the first and last entry that are anchored, and the first that does not match. */
export type AnchorsCheck = {
  first: AuditAnchor | undefined;
  last: AuditAnchor | undefined;
  halfWritten: number;
  bad: BadEntry | undefined;
};

type CheckAnchorsOptions = { store: Store; audit: Audit; sink: AnchorSink; keys: AnchorKeys };

/** The anchors in memory at a time. */
const batchSize = 1000;

/**
 * Checks every anchor in the order of writing: it is signed, none is missing before it, and its entry is there with its
 * hash.
 */
export async function checkAnchors({ store, audit, sink, keys }: CheckAnchorsOptions): Promise<AnchorsCheck> {
  const chain = new AnchorChain(keys);
  const check = (bad?: BadEntry) => {
    const { first, last, halfWritten } = chain;
    return { first, last, halfWritten, bad };
  };
  let batch: AuditAnchor[] = [];
  for await (const line of sink.lines()) {
    const taken = chain.take(line);
    if (!taken) continue;
    if ('problem' in taken) return check((await firstMismatch(batch, store, audit)) ?? taken);
    batch.push(taken);
    if (batch.length < batchSize) continue;
    const bad = await firstMismatch(batch, store, audit);
    if (bad) return check(bad);
    batch = batch.slice(-1);
  }
  const bad = await firstMismatch(batch, store, audit);
  if (bad || chain.last) return check(bad);
  const { number } = await store.read((manager) => audit.head(manager));
  if (number === 0) return check();
  const problem = `${sink.name} holds no anchor: a trail that was cut off or rebuilt would not show`;
  return check({ number: 1, problem });
}

async function firstMismatch(
  batch: AuditAnchor[],
  store: Store,
  audit: Audit,
): Promise<BadEntry | undefined> {
  const [entries, head, base = { number: 0, hash: '' }] = await store.read(async (manager) => [
    await manager.findBy(AuditEntries, { number: In(batch.map(({ number }) => number)) }),
    await audit.head(manager),
    await audit.base(manager),
  ]);
  const rows = [base, ...entries];
  const hashes = new Map(rows.map(({ number, hash }): [number, string] => [number, hash]));
  let matching = base.number;
  for (const { number, hash, at } of batch) {
    // Entries that were cut off are checked in their archive.
    if (number < base.number) continue;
    const found = hashes.get(number);
    if (found === undefined && number > head.number) {
      const problem = `the trail is cut off after entry ${head.number}; entry ${number} was anchored at ${at}`;
      return { number: head.number + 1, problem };
    }
    if (found === undefined) return { number, problem: `it is missing; it was anchored at ${at}` };
    if (found !== hash) {
      const problem = `it does not match the anchor of ${at}; up to entry ${matching} the anchors match`;
      return { number, problem };
    }
    matching = number;
  }
  return undefined;
}
