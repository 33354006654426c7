import { setTimeout as wait } from 'node:timers/promises';
import { seconds } from '../time.ts';

/** Each rejects where what it names cannot be used. */
export type ReadinessChecks = Record<string, () => Promise<unknown>>;

const patience = 2 * seconds;

/** Runs every check, none for longer than two seconds; says which of them fail, never why. */
export async function readiness(
  checks: ReadinessChecks,
): Promise<{ status: 'ready' | 'notReady'; checks: Record<string, 'ok' | 'failing'> }> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const),
  );
  return {
    status: results.every(([, passed]) => passed) ? 'ready' : 'notReady',
    checks: Object.fromEntries(results.map(([name, passed]) => [name, passed ? 'ok' : 'failing'])),
  };
}

async function passes(check: () => Promise<unknown>): Promise<boolean> {
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
