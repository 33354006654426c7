import { schemaOf } from '../kit/store/schema.ts';
import { bankFirstMigration } from './bankFirstMigration.ts';
import { bankTables } from './bankTables.ts';

/** The bank's side in a database. */
export const bankSchema = schemaOf('Bank', bankFirstMigration, bankTables);
