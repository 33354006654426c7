import { Cluster } from './cluster.ts';

let cluster: Cluster | undefined;

/** One PostgreSQL for a whole run; mocha's workers find it by the environment that they inherit. */
export async function mochaGlobalSetup(): Promise<void> {
  cluster = await Cluster.started();
  process.env.TEST_POSTGRES_URL = cluster.url('postgres');
}

export async function mochaGlobalTeardown(): Promise<void> {
  await cluster?.stop();
}
