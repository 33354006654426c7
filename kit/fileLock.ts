import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { seconds } from './time.ts';

/** A lock that is older belongs to a process that died with it: nothing that is done under one takes as long. */
const diesAfter = 10 * seconds;
const pause = 10;

/**
 * Does something to a file while no other process does, by a file of the same name and `.lock`. Waits, and blocks
 * the process meanwhile: the work must be a matter of milliseconds.
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

/** By the clock of the file system itself, whatever a test or an operator does to ours. */
function isAbandoned(lock: string): boolean {
  const stat = statSync(lock, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > diesAfter;
}
