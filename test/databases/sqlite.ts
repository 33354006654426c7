import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporaryFolder.ts';
import type { EmptyDatabase } from './emptyDatabase.ts';

export async function emptySqlite(): Promise<EmptyDatabase> {
  const { path, remove } = temporaryFolder();
  const content = async () => Buffer.concat(readdirSync(path).map((name) => readFileSync(join(path, name))));
  return { url: `sqlite:${join(path, 'thawline.db')}`, content, remove: async () => remove() };
}
