import { createHash } from 'node:crypto';

/** What the work below takes where the limits of the tests were set, in milliseconds. */
const usual = 35;
const mostTimes = 8;

/** How long some work takes that every machine can do. */
function millisecondsOfWork(): number {
  const begun = performance.now();
  for (let round = 0; round < 30_000; round++) createHash('sha256').update(`round ${round}`).digest();
  return performance.now() - begun;
}

/** How many times as long as usual this machine takes, at least once: measured by the first process of a run, for all. */
function measured(): number {
  const times = Math.min(millisecondsOfWork(), millisecondsOfWork()) / usual;
  return Math.min(Math.max(times, 1), mostTimes);
}

process.env.TEST_PACE ??= measured().toFixed(2);
const pace = Number(process.env.TEST_PACE);

/** What a limit in milliseconds comes to on this machine: it ends what hangs, and says nothing of what is slow. */
export function patient(milliseconds: number): number {
  return Math.round(milliseconds * pace);
}
