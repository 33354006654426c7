import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../kit/store/store.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** A disk for one SQLite database that a test can fill to the last byte and make room on again. */
export type SmallDisk = {
  url: string;
  fill(store: Store): Promise<void>;
  makeRoom(store: Store): Promise<void>;
  remove(): void;
};

/** A file system of 24 MB in memory, or where this account may mount none, SQLite's own limit of a file's size. */
export function smallDisk(): SmallDisk {
  const folder = temporaryFolder();
  const url = `sqlite:${join(folder.path, 'bank.db')}`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder.path], { stdio: 'ignore' });
  } catch {
    return { url, fill: limitPages, makeRoom: liftLimit, remove: folder.remove };
  }
  const ballast = join(folder.path, 'ballast');
  return {
    url,
    fill: async () => fillUp(ballast),
    makeRoom: async () => rmSync(ballast),
    remove() {
      execFileSync('umount', [folder.path]);
      folder.remove();
    },
  };
}

function fillUp(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2))
      writeUntilFull(descriptor, Buffer.alloc(size));
  } finally {
    closeSync(descriptor);
  }
}

function writeUntilFull(descriptor: number, some: Buffer): void {
  try {
    for (;;) if (writeSync(descriptor, some) < some.length) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

async function limitPages(store: Store): Promise<void> {
  await store.read(async (manager) => {
    const [{ page_count }] = await manager.query('PRAGMA page_count');
    await manager.query(`PRAGMA max_page_count = ${page_count}`);
  });
}

async function liftLimit(store: Store): Promise<void> {
  await store.read((manager) => manager.query('PRAGMA max_page_count = 4294967294'));
}
