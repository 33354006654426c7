import { UnfreezeError } from '../errors.ts';
import { seconds } from '../time.ts';

/** How PostgreSQL is reached. */
export type PostgresAddress = {
  /** The address as the driver takes it. */
  url: string;
  /** Whether a connection keeps statements under their names. */
  isNaming: boolean;
  /** How many connections this process has at most. */
  pool: number;
  /** How long one waits for a connection, and half of how long for what another transaction holds, in milliseconds. */
  patience: number;
};

const usual = { pool: 10, patience: 5 };
const most = { pool: 500, patience: 60 };

/**
 * Reads what is Thawline's own in an address: `statements=unnamed` where a pooler keeps no named statements, `pool=20` for so
 * many connections, `patience=10` for so many seconds.
 * @throws UnfreezeError `settingsInvalid`
 */
export function readAddress(url: string): PostgresAddress {
  const parsed = URL.parse(url);
  if (!parsed) return { url, isNaming: true, pool: usual.pool, patience: usual.patience * seconds };
  const taken = (name: string) => {
    const value = parsed.searchParams.get(name) ?? undefined;
    parsed.searchParams.delete(name);
    return value;
  };
  const number = (name: keyof typeof usual) => {
    const value = taken(name);
    if (value === undefined) return usual[name];
    if (/^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= most[name]) return Number(value);
    throw new UnfreezeError(
      'settingsInvalid',
      `DATABASE_URL: ${name} must be a whole number from 1 to ${most[name]}`,
    );
  };
  const isNaming = taken('statements') !== 'unnamed';
  const [pool, patience] = [number('pool'), number('patience') * seconds];
  return { url: parsed.href, isNaming, pool, patience };
}
