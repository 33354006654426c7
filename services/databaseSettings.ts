import * as z from 'zod';
import { secret } from '../kit/secretSetting.ts';
import { plainlyReached } from '../kit/store/plainlyReached.ts';

/** The settings of the database. The address of PostgreSQL holds its password. */
export const databaseSettingsShape = {
  DATABASE_URL: secret(
    z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)/, 'must be sqlite: and a file, or postgres:// and an address')
      .optional(),
  ),
  DATABASE_LISTEN_URL: secret(
    z
      .string()
      .regex(/^postgres(ql)?:\/\/.+/, 'must be postgres:// and an address')
      .optional(),
  ),
};

type Addresses = { production: boolean; databaseUrl: string; databaseListenUrl: string | undefined };

/** The faults in the way that the settings reach a database. */
export function reasonsAgainstDatabase({
  production,
  databaseUrl,
  databaseListenUrl = '',
}: Addresses): string[] {
  const addresses = { DATABASE_URL: databaseUrl, DATABASE_LISTEN_URL: databaseListenUrl };
  const plain = Object.entries(addresses).filter(([, url]) => plainlyReached(url) === 'unsaid');
  return [
    ...(databaseListenUrl !== '' && databaseUrl.startsWith('sqlite:')
      ? [
          'DATABASE_LISTEN_URL: must be the address of the database of DATABASE_URL, which is none of PostgreSQL',
        ]
      : []),
    ...(production ? plain : []).map(
      ([setting]) =>
        `${setting}: PostgreSQL on another machine must be reached over TLS: add ?sslmode=verify-full, or ` +
        '?sslmode=disable where something else protects the way',
    ),
  ];
}
