import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';
import { environment, usualDataFolder } from './config.ts';

const othersMayRead = 0o077;
const othersMayWrite = 0o022;
/** In a folder with the sticky bit everybody may write, but rename and delete only what is theirs. */
const sticky = 0o1000;

/**
 * Keeps what Node compiles in a folder of `DATA_DIR`, so that the next start need not compile it again. Whoever can write
 * there runs code in this service: a folder that anybody else could change or replace is not used. To be called before
 * anything else is loaded; where no such folder can be had, the service starts as ever.
 */
export function keepCompiledCode(): void {
  // Tests, and operators who know better, name a folder of their own to Node itself.
  if (getCompileCacheDir() !== undefined) return;
  try {
    const folder = join(environment().DATA_DIR || usualDataFolder, 'compiled');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isOursAlone(folder)) enableCompileCache(folder);
  } catch {
    // What is wrong with the settings or the disk, the start itself says in the operator's words.
  }
}

/**
 * Whether nobody but an account and the administrator can read or change a folder, or put another in its place.
 * @param us the account's number; this process's where nothing is given
 */
export function isOursAlone(folder: string, us = process.getuid?.()): boolean {
  // Windows shows neither owners nor rights in this way.
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
