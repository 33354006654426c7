import type { Logger } from 'pino';
import { Rounds } from '../rounds.ts';
import type { EntitySchema } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../time.ts';
import { KeptPageFiles, saidAgain } from './keptPageFiles.ts';
import type { Pages } from './openPages.ts';
import type { PageFileRow } from './pageFilesTable.ts';

type KeepPages = { pages: Pages; store: Store; rows: EntitySchema<PageFileRow>; clock: Clock; log: Logger };

/**
 * Writes the files of this version where every process finds them, before its first page is served, and has those of other
 * versions looked for there. @returns what ends it
 */
export async function keepPages({ pages, store, rows, clock, log }: KeepPages): Promise<() => void> {
  const kept = new KeptPageFiles({ store, rows, own: pages.built ?? [], clock });
  const trouble = 'the files of the pages could not be kept for other versions';
  const rounds = new Rounds({ work: () => kept.keep(), every: saidAgain, log, trouble });
  await rounds.now();
  pages.others = (path) => kept.find(path);
  return rounds.startLater();
}
