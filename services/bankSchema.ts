import { schemaOf } from '../kit/store/schema.ts';
import { bankFirstMigration } from './bankFirstMigration.ts';
import { bankTables } from './bankTables.ts';

/** The tables of the bank's side. */
export const bankSchema = schemaOf('Bank', bankFirstMigration, bankTables);
