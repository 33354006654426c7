import { setTimeout as wait } from 'node:timers/promises';
import { seconds } from '../time.ts';

type Check = () => Promise<unknown>;

/**
 * Each check rejects where it fails.
 * - `needed`: without it this process can do nothing
 * - `beside`: without it this process still answers and says what it cannot do
 */
export type ReadinessChecks = { needed?: Record<string, Check>; beside?: Record<string, Check> };

export type Readiness = {
  status: 'ready' | 'degraded' | 'notReady' | 'starting' | 'stopping';
  checks: Record<string, 'ok' | 'failing'>;
};

const patience = 2 * seconds;

/** Runs every check for at most two seconds. The result says which checks fail, never why. */
export async function readiness({ needed = {}, beside = {} }: ReadinessChecks): Promise<Readiness> {
  const [own, others] = await Promise.all([passing(needed), passing(beside)]);
  const hasAll = (checks: Record<string, boolean>) => Object.values(checks).every(Boolean);
  const short = hasAll(others) ? 'ready' : 'degraded';
  return {
    status: hasAll(own) ? short : 'notReady',
    checks: Object.fromEntries(
      Object.entries({ ...own, ...others }).map(([name, passed]) => [name, passed ? 'ok' : 'failing']),
    ),
  };
}

async function passing(checks: Record<string, Check>): Promise<Record<string, boolean>> {
  const results = Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const);
  return Object.fromEntries(await Promise.all(results));
}

async function passes(check: Check): Promise<boolean> {
  const decided = new AbortController();
  const late = wait(patience, false, { signal: decided.signal }).catch(() => false);
  const passed = Promise.resolve()
    .then(check)
    .then(
      () => true,
      () => false,
    );
  try {
    return await Promise.race([passed, late]);
  } finally {
    decided.abort();
  }
}
