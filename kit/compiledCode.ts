import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';
import { environment, usualDataFolder } from './config.ts';

const othersMayRead = 0o077;
const othersMayWrite = 0o022;
/** The sticky bit of a folder: everybody may write there, but rename and delete only their own files. */
const sticky = 0o1000;

/**
 * Keeps the code that Node compiles in a folder of `DATA_DIR`, so that the next start is faster. It must be called
 * before any other module is loaded. Whoever can write there can run code in this service, so a folder that somebody
 * else could change or replace is not used; the start is then as slow as without it.
 * @param makesFolder whether `DATA_DIR` is made where there is none. A command makes none where it only looks, and leaves nothing
 * in that of another account, which a service of that account would have to pass over.
 */
export function keepCompiledCode({ makesFolder = true } = {}): void {
  // Tests and some operators give Node a cache folder of their own.
  if (getCompileCacheDir() !== undefined) return;
  try {
    const data = environment().DATA_DIR || usualDataFolder;
    if (!makesFolder && !isOurs(data)) return;
    const folder = join(data, 'compiled');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isOursAlone(folder)) enableCompileCache(folder);
  } catch {
    // Faults of the settings or the disk are ignored here, since the start itself reports them.
  }
}

/** Whether a folder is there and belongs to this account. */
function isOurs(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.uid === process.getuid?.();
}

/**
 * Whether only one account and the administrator can read, change or replace a folder.
 * @param us the account's number; by default this process's
 */
export function isOursAlone(folder: string, us = process.getuid?.()): boolean {
  // Windows does not show owners and rights in this way.
  if (us === undefined) return false;
  const path = realpathSync(folder);
  const own = statSync(path);
  return own.uid === us && (own.mode & othersMayRead) === 0 && above(path).every((one) => isHeldBy(us, one));
}

function isHeldBy(us: number, folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return (uid === us || uid === 0) && ((mode & othersMayWrite) === 0 || (mode & sticky) !== 0);
}

/** The folders that a path goes through, up to the root. */
function above(path: string): string[] {
  const next = dirname(path);
  return next === path ? [] : [next, ...above(next)];
}
