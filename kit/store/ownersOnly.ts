import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

/** SQLite gives the files beside it, its write-ahead log and that one's index, the mode of the database's own. */
export function keepFromOthers(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  for (const one of [file, `${file}-wal`, `${file}-shm`]) {
    const stat = statSync(one, { throwIfNoEntry: false });
    if (stat && (stat.mode & 0o077) !== 0) makeOwnersOnly(one);
  }
}

/** A file of another account is left to that account. */
function makeOwnersOnly(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}
