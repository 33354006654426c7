import { watchAnchoring } from './audit/anchoringGauge.ts';
import { openAnchoring } from './audit/openAnchoring.ts';
import { createBank } from './bank.ts';
import { bearerToken } from './bankApi/bearerToken.ts';
import { clientCertificate } from './bankApi/clientCertificate.ts';
import { bankRoutes } from './bankApi/routes.ts';
import { openStore } from './bankSettings.ts';
import { importDemoBank } from './cardSystem/demoBank.ts';
import { environment, readProcessorConfig } from './config.ts';
import { problemForm } from './http/errorAnswers.ts';
import { HttpMetrics } from './http/httpMetrics.ts';
import { HttpServer } from './http/httpServer.ts';
import { watchDaysLeft } from './http/tls/certificateGauge.ts';
import { TlsCertificates, watchCertificates } from './http/tls/tlsCertificates.ts';
import { startDelivery } from './notifications/startDelivery.ts';
import { readPolicy } from './processor/presetConditions/policyFile.ts';
import { KeyRing } from './security/keyRing.ts';
import { createLog, startService, stopWhenAsked, tend } from './service.ts';
import { bankSchema } from './store/bankSchema.ts';

const clock = () => new Date();

/** `npm run start:processor`: the bank's side alone, for a bot in another process. */
await startService(async () => {
  const config = readProcessorConfig(environment());
  const { production, demo, host, token, clientName, tlsFiles: files } = config;
  const log = createLog(config.logLevel);
  const certificates = files && new TlsCertificates({ files, role: 'server', clock });
  const policy = readPolicy(config.presetConditionsFile);
  const keyRing = KeyRing.open(config.keysFile, { clock, production });
  const store = await openStore(config.databaseUrl, [bankSchema]);
  const bank = createBank({ store, keyRing, clock, policy, retention: config.retention });
  const policyDigest = await bank.notePolicyInForce();
  if (demo) await importDemoBank({ ...bank, store, keyRing, clock });
  const anchoring = openAnchoring({ ...bank, store, keyRing, clock }, config);
  const metrics = new HttpMetrics();
  const admit = [
    ...(token ? [bearerToken(token)] : []),
    ...(clientName ? [clientCertificate(clientName)] : []),
  ];
  watchAnchoring(anchoring, metrics.registry);
  const server = new HttpServer({
    log,
    https: certificates !== undefined,
    checks: { bank: () => bank.ready() },
    routes: [bankRoutes({ bank, admit })],
    errors: problemForm,
    metrics,
    ...(certificates && { certificates }),
  });
  const { port } = await server.listen(host, config.port);
  log.info({ policy: policyDigest }, 'the preset conditions in force');
  const stopTending = tend({ bank, anchoring, log });
  const stopWatching = certificates && watchCertificates(certificates, log);
  if (certificates) watchDaysLeft(certificates, metrics.registry);
  const stopDelivering = await startDelivery({
    ...bank,
    store,
    clock,
    log,
    registry: metrics.registry,
    demo: config.demo,
    account: config.twilio,
    letterhead: config,
  });
  stopWhenAsked(async () => {
    stopWatching?.();
    await server.close();
    stopDelivering();
    await stopTending();
    await store.close();
  });
  process.stdout.write(
    `Thawline's processor is ready: ${certificates ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}\n`,
  );
});
