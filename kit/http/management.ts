import type { Logger } from 'pino';
import type { HttpMetrics } from './httpMetrics.ts';
import { HttpServer } from './httpServer.ts';
import type { Lifetime } from './lifetime.ts';

type Parts = {
  at: { host: string; managementPort: number | undefined };
  lifetime: Lifetime;
  metrics: HttpMetrics;
  log: Logger;
};

/**
 * A port of its own for probes and figures, which no customer and no proxy of theirs reaches. It is there before anything
 * else is, so that a start that waits can be told from one that hangs.
 * @returns what closes it
 * @throws UnfreezeError `settingsInvalid` when the address or the port cannot be had
 */
export async function openManagement({ at, lifetime, metrics, log }: Parts): Promise<() => Promise<void>> {
  if (at.managementPort === undefined) return async () => {};
  const server = new HttpServer({ log, https: false, lifetime, metrics, routes: [] });
  const { port } = await server.listen(at.host, at.managementPort);
  log.info({ port }, 'probes and metrics are answered');
  return () => server.close();
}
