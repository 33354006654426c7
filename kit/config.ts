import { existsSync } from 'node:fs';

/** The folder for the database and other files where `DATA_DIR` is not set. */
export const usualDataFolder = 'data';

/** The environment and what `.env` in the working folder adds to it. No other function reads either of them. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
