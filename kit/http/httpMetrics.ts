import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/**
 * Counts requests by method and route. Addresses are left out, since a path can name a conversation or hold a token.
 */
export class HttpMetrics {
  readonly registry = new Registry();
  readonly #requests = new Counter({
    name: 'thawline_http_requests_total',
    help: 'HTTP requests that were answered',
    labelNames: ['method', 'route', 'status'] as const,
    registers: [this.registry],
  });
  readonly #durations = new Histogram({
    name: 'thawline_http_request_duration_seconds',
    help: 'Time from a request to its whole answer',
    labelNames: ['method', 'route'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  answered(method: string, route: string, status: number, milliseconds: number): void {
    this.#requests.inc({ method, route, status });
    this.#durations.observe({ method, route }, milliseconds / 1000);
  }
}
