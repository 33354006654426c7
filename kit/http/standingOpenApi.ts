import * as z from 'zod';
import { openApiDocument } from './openApiDocument.ts';

const Standing = z.looseObject({ status: z.string() });

/** The addresses that tell how a service is, on each of its ports, or with MANAGEMENT_PORT on that one. */
export function standingOpenApi(): object {
  return openApiDocument({
    title: 'How Thawline is',
    version: '1',
    description:
      'For probes and monitoring. 503 says no, in the same form. See docs/operations.md, “Start and stop”.',
    calls: [
      { method: 'get', path: '/healthz', summary: 'Whether the process lives', answers: Standing },
      { method: 'get', path: '/startupz', summary: 'Whether it has started', answers: Standing },
      {
        ...{ method: 'get', path: '/readyz', answers: Standing },
        summary: 'Whether it is to be sent requests, and what is amiss',
      },
      {
        ...{ method: 'get', path: '/metrics', answers: 'text/plain' },
        summary: 'Figures for Prometheus; in production on MANAGEMENT_PORT alone',
      },
    ],
  });
}
