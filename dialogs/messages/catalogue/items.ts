import { identityDocument } from './identityDocument.ts';
import { transactionPassword } from './transactionPassword.ts';

/** The sentences of every authentication item, a file each. */
export const items = { ...identityDocument, ...transactionPassword };
