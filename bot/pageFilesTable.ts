import { ownedPageFiles, pageFilesTable } from '../kit/pages/pageFilesTable.ts';
import type { OwnedTable } from '../kit/retention/ownedTable.ts';

/** The files of the pages that bots serve. */
export const BotPageFileRows = pageFilesTable('bot');

export const botPageTables: readonly OwnedTable[] = [
  ownedPageFiles(BotPageFileRows, 'BotPageFiles1796400000000'),
];
