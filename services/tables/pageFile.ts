import { pageFilesTable } from '../../kit/pages/pageFilesTable.ts';

/** The files of the secure form, where the bank's side serves it by itself. */
export const BankPageFileRows = pageFilesTable('bank');
