import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { seconds } from './time.ts';

/** The age from which a lock counts as left behind by a dead process; no work under a lock takes this long. */
const diesAfter = 10 * seconds;
const pause = 10;

/**
 * Runs `work` while no other process works on the file, by a lock file with `.lock` added to its name. Waiting blocks
 * the process, so the work must take milliseconds only.
 */
export function withFileLock<Result>(file: string, work: () => Result): Result {
  const lock = `${file}.lock`;
  while (!taken(lock)) {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The age is measured by the file system's own clock, since a test or an operator may change the process's. */
function isAbandoned(lock: string): boolean {
  const stat = statSync(lock, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > diesAfter;
}
