import { membershipOfFile } from '../runs/testFiles.ts';
import type { Cluster } from './cluster.ts';
import { databasesOf } from './databases.ts';

let cluster: Cluster | undefined;

/** One PostgreSQL for a whole run that has a use for it; mocha's workers find it by the environment that they inherit. */
export async function mochaGlobalSetup(): Promise<void> {
  const files = process.argv.filter((word) => word.endsWith('.test.ts'));
  if (files.length > 0 && !files.some(usesPostgres)) return;
  // Each of mocha's workers reads this module too, and none of them starts a cluster.
  const { Cluster } = await import('./cluster.ts');
  cluster = await Cluster.started();
  process.env.TEST_POSTGRES_URL = cluster.url('postgres');
}

export async function mochaGlobalTeardown(): Promise<void> {
  await cluster?.stop();
}

function usesPostgres(file: string): boolean {
  const { needs, takesDatabases } = membershipOfFile(file);
  return needs.includes('PostgreSQL') || (takesDatabases && databasesOf(file).includes('PostgreSQL'));
}
