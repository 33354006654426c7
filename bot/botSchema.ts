import { schemaOf } from '../kit/store/schema.ts';
import { botFirstMigration } from './botFirstMigration.ts';
import { botTables } from './botTables.ts';

/** The bot's side in a database. */
export const botSchema = schemaOf('Bot', botFirstMigration, botTables);
