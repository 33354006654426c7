import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of the test's own, so that tests can run side by side; `remove` it in an `after` hook. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'thawline-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
