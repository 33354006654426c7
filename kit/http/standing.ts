import type { Request, Response } from 'restify';
import type { HttpMetrics } from './httpMetrics.ts';
import type { RouteGroup } from './httpServer.ts';
import type { Lifetime } from './lifetime.ts';
import type { ReadinessChecks } from './readiness.ts';

type StandingRoutesOptions = {
  lifetime: Lifetime;
  checks?: ReadinessChecks | undefined;
  /** Undefined where another port shows the metrics. */
  metrics: HttpMetrics | undefined;
};

/** The addresses that tell how the service is. They are answered even while everything else is refused. */
export const standingPaths: readonly string[] = ['/healthz', '/startupz', '/readyz', '/metrics'];

/** The routes for liveness, start, readiness and metrics. */
export function standingRoutes({ lifetime, checks, metrics }: StandingRoutesOptions): RouteGroup {
  return (server) => {
    server.get('/healthz', async (_request: Request, response: Response) => {
      response.json(200, { status: 'ok' });
    });
    server.get('/startupz', async (_request: Request, response: Response) => {
      const isStarted = lifetime.stage !== 'starting';
      response.json(isStarted ? 200 : 503, { status: isStarted ? 'started' : 'starting' });
    });
    server.get('/readyz', async (_request: Request, response: Response) => {
      const answer = await lifetime.readiness(checks);
      const isReady = answer.status === 'ready' || answer.status === 'degraded';
      response.json(isReady ? 200 : 503, answer);
    });
    if (metrics === undefined) return;
    const { registry } = metrics;
    server.get('/metrics', async (_request: Request, response: Response) => {
      response.sendRaw(200, await registry.metrics(), { 'Content-Type': registry.contentType });
    });
  };
}
