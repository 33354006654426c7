import type { Logger } from 'pino';
import type { HttpMetrics } from './httpMetrics.ts';
import { HttpServer } from './httpServer.ts';
import type { Lifetime } from './lifetime.ts';

type OpenManagementOptions = {
  at: { host: string; managementPort: number | undefined };
  lifetime: Lifetime;
  metrics: HttpMetrics;
  log: Logger;
};

/**
 * Opens a port of its own for probes and metrics that customers cannot reach. It opens before everything else, so that
 * a start that waits can be told from one that hangs.
 * @returns a function that closes it
 * @throws UnfreezeError `settingsInvalid` where the address or the port is not available
 */
export async function openManagement({
  at,
  lifetime,
  metrics,
  log,
}: OpenManagementOptions): Promise<() => Promise<void>> {
  if (at.managementPort === undefined) return async () => {};
  const server = new HttpServer({ log, https: false, lifetime, metrics, routes: [] });
  const { port } = await server.listen(at.host, at.managementPort);
  log.info({ port }, 'probes and metrics are answered');
  return () => server.close();
}

/**
 * Whether the service's own port has `/metrics`: not where they have a port of their own, and in production never, since that port
 * faces customers.
 */
export function showsMetrics({
  managementPort,
  production,
}: {
  managementPort: number | undefined;
  production: boolean;
}): boolean {
  return managementPort === undefined && !production;
}
