import { schemaOf } from '../kit/store/schema.ts';
import { botFirstMigration } from './botFirstMigration.ts';
import { botTables } from './botTables.ts';

/** The tables of the bot's side. */
export const botSchema = schemaOf('Bot', botFirstMigration, botTables);
