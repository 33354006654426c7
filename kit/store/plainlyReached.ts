import { isLoopback } from '../isLoopback.ts';

/** The `sslmode` values with which `pg` checks the server's certificate; it treats `prefer` like `verify-full`. */
const checked = ['prefer', 'require', 'verify-ca', 'verify-full'];

/**
 * Whether a database on another machine is reached without TLS, or without asking whose certificate it is: `said` where the
 * address says so itself, `unsaid` where it only says nothing.
 */
export function plainlyReached(databaseUrl: string): 'said' | 'unsaid' | undefined {
  const url = databaseUrl.startsWith('postgres') ? URL.parse(databaseUrl) : null;
  if (!url) return undefined;
  const parameters = url.searchParams;
  const host = parameters.get('host') ?? url.hostname;
  // A path is that of a socket in the file system.
  if (host === '' || host.startsWith('/') || host.startsWith('%2F') || isLoopback(host)) return undefined;
  const mode = parameters.get('sslmode') ?? (asksForTls(parameters) ? 'require' : undefined);
  if (mode === undefined) return 'unsaid';
  const asLibpq = parameters.get('uselibpqcompat') === 'true';
  const isChecked = asLibpq
    ? mode.startsWith('verify-') || (mode === 'require' && parameters.has('sslrootcert'))
    : checked.includes(mode);
  return isChecked ? undefined : 'said';
}

function asksForTls(parameters: URLSearchParams): boolean {
  const files = ['sslrootcert', 'sslcert', 'sslkey'];
  return /^(true|1)$/.test(parameters.get('ssl') ?? '') || files.some((name) => parameters.has(name));
}
