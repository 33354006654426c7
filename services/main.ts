import { readBrand } from '../brand/brandFile.ts';
import { problemForm } from '../kit/http/errorAnswers.ts';
import { HttpMetrics } from '../kit/http/httpMetrics.ts';
import { HttpServer } from '../kit/http/httpServer.ts';
import { Lifetime } from '../kit/http/lifetime.ts';
import { openManagement, showsMetrics } from '../kit/http/management.ts';
import { watchDaysLeft } from '../kit/http/tls/certificateGauge.ts';
import { TlsCertificates, watchCertificates } from '../kit/http/tls/tlsCertificates.ts';
import { watchWork } from '../kit/http/workMetrics.ts';
import { openTelemetry } from '../kit/openTelemetry.ts';
import { Slips } from '../kit/slips.ts';
import { bearerToken } from './bankApi/bearerToken.ts';
import { clientCertificate } from './bankApi/clientCertificate.ts';
import { bankRoutes, cardSystemRoutes } from './bankApi/routes.ts';
import { bankSurfaces } from './brandSurfaces.ts';
import { environment, readProcessorConfig } from './config.ts';
import { receiptReportsAddress } from './contract/receipts.ts';
import { stopWhenAsked } from './ending.ts';
import { KeysWatch } from './installation/keysWatch.ts';
import { keyedBank } from './keyedBank.ts';
import { serveForm } from './serveForm.ts';
import { serveOperator } from './serveOperator.ts';
import { createLog, startService } from './service.ts';
import { startBank } from './startBank.ts';

const clock = () => new Date();

/** `npm run start:processor`: the bank's side alone, for a bot in another process. */
await startService(async () => {
  const config = readProcessorConfig(environment());
  const { host, token, clientName, publicUrl, tlsFiles: files } = config;
  const log = createLog(config.logLevel);
  const endSpans = config.spansAt && (await openTelemetry(config.spansAt, 'thawline processor'));
  const brand = readBrand(config.brandFile, bankSurfaces);
  const certificates = files && new TlsCertificates({ files, role: 'server', clock });
  const metrics = new HttpMetrics();
  watchWork(metrics.registry);
  let formUrl = config.secureFormUrl ?? '';
  const { registry } = metrics;
  const lifetime = new Lifetime();
  const closeManagement = await openManagement({ at: config, lifetime, metrics, log });
  const isShown = { showsMetrics: showsMetrics(config) };
  const slips = new Slips({ log, registry });
  for (const slip of config.slips) slips.notice(slip);
  const { bank, store, keyRing, databaseKeys, keeperWatch, policyDigest, stop } = await startBank({
    config,
    schemas: [keyedBank],
    brand,
    clock,
    log,
    registry,
    demo: config.demo ? await import('../demo/demoBank.ts') : undefined,
    reportTo: publicUrl === undefined ? undefined : () => publicUrl + receiptReportsAddress,
    secureFormUrl: config.secureFormPort === undefined ? undefined : () => formUrl,
  });
  const keys = new KeysWatch({ databaseKeys, keyRing, keeperWatch, log });
  const admit = [
    ...(token ? [bearerToken(token)] : []),
    ...(clientName ? [clientCertificate(clientName)] : []),
  ];
  const server = new HttpServer({
    log,
    https: certificates !== undefined,
    lifetime,
    ...isShown,
    isForOurs: true,
    isOpen: keys.assertRight,
    timeLimits: config.timeLimits,
    routes: [
      bankRoutes({ bank, admit }),
      ...(config.noticeToken ? [cardSystemRoutes({ bank, token: config.noticeToken })] : []),
    ],
    errors: problemForm,
    metrics,
    ...(certificates && { certificates }),
  });
  const { port } = await server.listen(host, config.port);
  const form = await serveForm({
    config,
    brand,
    bank,
    store,
    isOpen: keys.assertRight,
    notice: slips.notice,
    clock,
    log,
    metrics,
    lifetime,
    ...isShown,
  });
  if (form) {
    formUrl ||= `${form.protocol}://${at(host, form.port)}`;
    log.info({ port: form.port, url: formUrl }, 'the secure form is served');
  }
  const apart = { config, bank, isOpen: keys.assertRight, clock, log, metrics, lifetime, ...isShown };
  const operator = await serveOperator({
    ...{ ...apart, store, keyRing, notice: slips.notice },
    people: config.demo ? (await import('../demo/people.ts')).demoPeople : undefined,
  });
  log.info({ policy: policyDigest }, 'the preset conditions in force');
  const stopWatching = certificates && watchCertificates(certificates, log);
  if (certificates) watchDaysLeft(certificates, registry);
  const stopLooking = keys.start();
  const stopTrying = store.keepTrying();
  lifetime.serves({
    needed: { bank: () => bank.ready(), keys: () => keys.look() },
    beside: { cardSystem: () => bank.cardSystemReady(), ...keys.beside },
  });
  const end = async () => {
    stopWatching?.();
    stopLooking();
    stopTrying();
    await form?.close();
    await operator?.close();
    await server.close();
    await stop();
    await store.close();
    await closeManagement();
    await endSpans?.();
  };
  stopWhenAsked({ lifetime, grace: config.stopGrace, log, stop: end });
  process.stdout.write(
    `Thawline's processor is ready: ${certificates ? 'https' : 'http'}://${at(host, port)}\n`,
  );
});

function at(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
