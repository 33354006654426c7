import { Histogram, type Registry } from 'prom-client';
import { timeWork } from '../workTimes.ts';

/**
 * Shows where the time of an answer goes: `turn`, `hash`, `store: read`, `store: transaction`, `store: wait` (for other
 * transactions), and each operation of the card system and of the other services that are called.
 */
export function watchWork(registry: Registry): void {
  const durations = new Histogram({
    name: 'thawline_work_duration_seconds',
    help: 'Time that a piece of work took, by what it was',
    labelNames: ['work'] as const,
    buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
    registers: [registry],
  });
  timeWork((work, seconds) => durations.observe({ work }, seconds));
}
