import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const plenty = 4 * 1024 ** 3;

/** Where temporary files go: into memory where there is plenty of it, since every commit waits for the disk elsewhere. */
export const temporaryFiles = hasRoom(memory) ? memory : tmpdir();

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > plenty;
  } catch {
    return false;
  }
}

/** A folder of the test's own, so that tests can run side by side; `remove` it in an `after` hook. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(temporaryFiles, 'thawline-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
