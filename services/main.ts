import { AnchorFile } from './audit/anchorFile.ts';
import { watchAnchoring } from './audit/anchoringGauge.ts';
import { AuditAnchoring } from './audit/auditAnchoring.ts';
import { createBank } from './bank.ts';
import { bankRoutes } from './bankApi/routes.ts';
import { openStore } from './bankSettings.ts';
import { importDemoBank } from './cardSystem/demoBank.ts';
import { environment, readProcessorConfig } from './config.ts';
import { problemForm } from './http/errorAnswers.ts';
import { HttpMetrics } from './http/httpMetrics.ts';
import { HttpServer } from './http/httpServer.ts';
import { startDelivery } from './notifications/startDelivery.ts';
import { readPolicy } from './processor/presetConditions/policyFile.ts';
import { KeyRing } from './security/keyRing.ts';
import { createLog, startService, stopWhenAsked, tend } from './service.ts';
import { bankSchema } from './store/bankSchema.ts';

const clock = () => new Date();

/** `npm run start:processor`: the bank's side alone, for a bot in another process. */
await startService(async () => {
  const config = readProcessorConfig(environment());
  const { production, demo, host, token } = config;
  const log = createLog(config.logLevel);
  const policy = readPolicy(config.presetConditionsFile);
  const keyRing = KeyRing.open(config.keysFile, { clock, production });
  const store = await openStore(config.databaseUrl, [bankSchema]);
  const bank = createBank({ store, keyRing, clock, policy, retention: config.retention });
  const policyDigest = await bank.notePolicyInForce();
  if (demo) await importDemoBank({ ...bank, store, keyRing, clock });
  const sink = new AnchorFile(config.auditAnchors);
  const anchoring = new AuditAnchoring({ ...bank, store, keyRing, clock, sink });
  const metrics = new HttpMetrics();
  watchAnchoring(anchoring, metrics.registry);
  const server = new HttpServer({
    log,
    https: false,
    checks: { bank: () => bank.ready() },
    routes: [bankRoutes({ bank, token })],
    errors: problemForm,
    metrics,
  });
  const { port } = await server.listen(host, config.port);
  log.info({ policy: policyDigest }, 'the preset conditions in force');
  const stopTending = tend({ bank, anchoring, log });
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
    await server.close();
    stopDelivering();
    await stopTending();
    await store.close();
  });
  process.stdout.write(
    `Thawline's processor is ready: http://${host.includes(':') ? `[${host}]` : host}:${port}\n`,
  );
});
