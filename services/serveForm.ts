import type { Logger } from 'pino';
import { type Brand, numberToCall } from '../brand/brand.ts';
import type { HttpMetrics } from '../kit/http/httpMetrics.ts';
import { HttpServer } from '../kit/http/httpServer.ts';
import type { Lifetime } from '../kit/http/lifetime.ts';
import { networkAddress } from '../kit/http/networkAddress.ts';
import { TlsCertificates, watchCertificates } from '../kit/http/tls/tlsCertificates.ts';
import type { Slip } from '../kit/slips.ts';
import type { Clock } from '../kit/time.ts';
import type { Bank } from './bank.ts';
import type { ProcessorConfig } from './config.ts';
import { pagesOf } from './pagesOf.ts';
import { secureForm } from './secureForm/secureForm.ts';

type ServeFormOptions = {
  config: ProcessorConfig;
  brand: Brand;
  bank: Bank;
  /** As in `HttpServer`. */
  isOpen: () => void;
  /** Called with what looks like a mistake in the setup of proxies. */
  notice: (slip: Slip) => void;
  clock: Clock;
  log: Logger;
  metrics: HttpMetrics;
  showsMetrics: boolean;
  lifetime: Lifetime;
};

/**
 * Serves the secure form on a port of its own, since customers' browsers must reach it but must not reach the port for
 * the bot. It shows the same certificate and asks browsers for none.
 * @returns where it listens, and a function that stops it; undefined where the form is not served
 */
export async function serveForm({
  config,
  brand,
  bank,
  isOpen,
  notice,
  clock,
  log,
  ...shared
}: ServeFormOptions): Promise<{ port: number; protocol: string; close: () => Promise<void> } | undefined> {
  const { secureFormPort, host, trustedProxies, tlsFiles } = config;
  if (secureFormPort === undefined) return undefined;
  const { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY } = tlsFiles ?? {};
  const files = PROCESSOR_TLS_CERT && PROCESSOR_TLS_KEY && { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY };
  const certificates = files ? new TlsCertificates({ files, role: 'server', clock }) : undefined;
  const { secureLinks, secureCodes } = bank;
  const page = {
    secureLinks,
    secureCodes,
    letterhead: { ...config, agentPhone: numberToCall(brand, config.agentPhone), brand },
    networkAddress: networkAddress(trustedProxies, notice),
    pages: pagesOf(config),
    clock,
  };
  const server = new HttpServer({
    log,
    https: certificates !== undefined || config.secureFormUrl?.startsWith('https:') === true,
    checks: { needed: { bank: () => bank.ready() }, beside: { cardSystem: () => bank.cardSystemReady() } },
    isOpen,
    routes: [secureForm(page)],
    ...shared,
    ...(certificates && { certificates }),
  });
  const { port } = await server.listen(host, secureFormPort);
  const stopWatching = certificates && watchCertificates(certificates, log);
  const close = () => {
    stopWatching?.();
    return server.close();
  };
  return { port, protocol: certificates ? 'https' : 'http', close };
}
