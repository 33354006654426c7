import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { Between } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { Instant } from '../../kit/time.ts';
import { AuditEntries, type AuditRow } from '../tables/auditEntry.ts';
import type { AnchorChain } from './anchorChain.ts';
import type { AnchorSink } from './anchorFile.ts';
import type { Audit } from './audit.ts';
import { type BadEntry, KeysInTurn } from './checkTrail.ts';

/** The first line of an archive: which entries follow, one a line, the hash before them, and the last of them. */
const Head = z.strictObject({
  archive: z.literal('thawline audit trail'),
  version: z.literal(1),
  first: z.int().min(1),
  last: z.int().min(1),
  before: z.string(),
  hash: z.string(),
});
export type ArchiveHead = z.infer<typeof Head>;

const Row = z.strictObject({
  number: z.int(),
  at: Instant,
  action: z.string(),
  details: z.string(),
  hash: z.string(),
  id: z.string().nullable(),
});

/** The rows in memory at a time. */
const pageSize = 1000;

/** The lines of an archive. Its SHA-256 is known once all of them were read. */
export function archiveOf(
  read: Store['read'],
  { first, last, before, hash }: Omit<ArchiveHead, 'archive' | 'version'>,
): { lines: AsyncGenerator<string>; digest: () => string } {
  const digest = createHash('sha256');
  const line = (value: ArchiveHead | AuditRow) => {
    const written = `${JSON.stringify(value)}\n`;
    digest.update(written);
    return written;
  };
  async function* lines() {
    yield line({ archive: 'thawline audit trail', version: 1, first, last, before, hash });
    for (let from = first; from <= last; from += pageSize) {
      const where = { number: Between(from, Math.min(last, from + pageSize - 1)) };
      const rows = await read((manager) => manager.find(AuditEntries, { where, order: { number: 'ASC' } }));
      for (const { number, at, action, details, hash, id } of rows)
        yield line({ number, at, action, details, hash, id });
    }
  }
  return { lines: lines(), digest: () => digest.digest('hex') };
}

/** The result of a check: how many entries the archive has, how many are right, and the first that is not. */
export type ArchiveCheck = {
  head: ArchiveHead;
  holding: number;
  anchored: number;
  bad: BadEntry | undefined;
};

/**
 * Checks an archive without the database: its chain by the audit key, and its entries against the anchors of their
 * time.
 * @throws UnfreezeError `messageInvalid` where the file is not an archive
 */
export async function checkArchive(
  file: string,
  { audit, sink, anchors }: { audit: Pick<Audit, 'ageOfKey'>; sink: AnchorSink; anchors: AnchorChain },
): Promise<ArchiveCheck> {
  const lines = linesOf(file);
  const head = await headOf(file, lines);
  const anchored = await anchoredIn(head, sink, anchors);
  if ('problem' in anchored) return { head, holding: 0, anchored: 0, bad: anchored };
  const keys = new KeysInTurn();
  let [before, holding] = [head.before, 0];
  const check = (bad?: BadEntry): ArchiveCheck => ({ head, holding, anchored: anchored.size, bad });
  for await (const line of lines) {
    const number = head.first + holding;
    const row = rowIn(line);
    const problem =
      row === undefined || row.number !== number || number > head.last
        ? 'it is missing, or another stands in its place'
        : (keys.problemOf(row, audit.ageOfKey(row, before)) ?? mismatch(row, anchored));
    if (row === undefined || problem !== undefined)
      return check({ number, problem: problem ?? 'it is no entry' });
    before = row.hash;
    holding += 1;
  }
  const end = head.first + holding;
  if (end <= head.last) return check({ number: end, problem: 'the archive ends before it' });
  if (before !== head.hash)
    return check({ number: head.last, problem: 'it is not the one that the archive names' });
  return check(
    anchored.get(head.last) === head.hash
      ? undefined
      : { number: head.last, problem: 'no anchor vouches for it' },
  );
}

function mismatch({ number, hash }: AuditRow, anchored: ReadonlyMap<number, string>): string | undefined {
  const vouched = anchored.get(number);
  return vouched === undefined || vouched === hash ? undefined : 'it does not match its anchor';
}

/** The hashes that the anchors confirm for the entries of an archive; or the fault of the anchors. */
async function anchoredIn(
  { first, last }: ArchiveHead,
  sink: AnchorSink,
  chain: AnchorChain,
): Promise<Map<number, string> | BadEntry> {
  const anchored = new Map<number, string>();
  for await (const line of sink.lines()) {
    const taken = chain.take(line);
    if (!taken) continue;
    if ('problem' in taken) return taken;
    const { number, hash } = taken;
    if (number < first || number > last) continue;
    if ((anchored.get(number) ?? hash) !== hash)
      return { number, problem: 'two anchors contradict each other' };
    anchored.set(number, hash);
  }
  return anchored;
}

function rowIn(line: string): AuditRow | undefined {
  try {
    return Row.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

async function headOf(file: string, lines: AsyncGenerator<string>): Promise<ArchiveHead> {
  const { value } = await lines.next();
  try {
    return Head.parse(JSON.parse(String(value)));
  } catch (cause) {
    throw new UnfreezeError('messageInvalid', `${file} is no archive of an audit trail`, { cause });
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const handle = await open(file, 'r').catch((cause: NodeJS.ErrnoException) => {
    throw new UnfreezeError('messageInvalid', `cannot read ${file}: ${cause.code}`, { cause });
  });
  // The handle closes itself when all lines were read, or the reader stops.
  for await (const line of handle.readLines()) yield line;
}
