import type { Logger } from 'pino';
import type { HttpMetrics } from '../kit/http/httpMetrics.ts';
import { HttpServer, type RouteGroup } from '../kit/http/httpServer.ts';
import type { Lifetime } from '../kit/http/lifetime.ts';
import { TlsCertificates, watchCertificates } from '../kit/http/tls/tlsCertificates.ts';
import type { Clock } from '../kit/time.ts';
import type { Bank } from './bank.ts';
import type { ProcessorConfig } from './config.ts';

export type ServeApartOptions = {
  config: Pick<ProcessorConfig, 'host' | 'tlsFiles' | 'timeLimits'>;
  bank: Pick<Bank, 'ready' | 'cardSystemReady'>;
  /** Is called when the server is open, as `HttpServer` does it. */
  isOpen: () => void;
  clock: Clock;
  log: Logger;
  metrics: HttpMetrics;
  showsMetrics: boolean;
  lifetime: Lifetime;
};

/** Where it listens, and a function that stops it. */
export type ServedApart = { port: number; protocol: string; close: () => Promise<void> };

/**
 * Serves on a port of its own what browsers must reach, which must not reach the port for the bot. It shows the same certificate
 * and asks browsers for none.
 * @param url the address that browsers use, where it is set
 */
export async function serveApart(
  { config: { host, tlsFiles, timeLimits }, bank, clock, log, ...shared }: ServeApartOptions,
  { port: wanted, url, routes }: { port: number; url: string | undefined; routes: RouteGroup[] },
): Promise<ServedApart> {
  const { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY } = tlsFiles ?? {};
  const files = PROCESSOR_TLS_CERT && PROCESSOR_TLS_KEY && { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY };
  const certificates = files ? new TlsCertificates({ files, role: 'server', clock }) : undefined;
  const server = new HttpServer({
    log,
    timeLimits,
    https: certificates !== undefined || url?.startsWith('https:') === true,
    checks: { needed: { bank: () => bank.ready() }, beside: { cardSystem: () => bank.cardSystemReady() } },
    routes,
    ...shared,
    ...(certificates && { certificates }),
  });
  const { port } = await server.listen(host, wanted);
  const stopWatching = certificates && watchCertificates(certificates, log);
  const close = () => {
    stopWatching?.();
    return server.close();
  };
  return { port, protocol: certificates ? 'https' : 'http', close };
}
