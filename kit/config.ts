import { existsSync } from 'node:fs';

/** The folder for the database and what else is kept, where `DATA_DIR` names none. */
export const usualDataFolder = 'data';

/** The environment, with what `.env` in the working folder adds to it. Nothing else reads it. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
