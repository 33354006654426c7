/**
 * What another process adds, and what distance to the database costs: whole cases and statuses on PostgreSQL, with one
 * process and with two, near the database and with a delay of each round trip: `npm run bench -- postgres`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { Cluster } from '../test/databases/cluster.ts';
import { telephoneStatus } from './turns/cases/telephone.ts';
import { webStatus, webUnfreezing } from './turns/cases/web.ts';
import { DelayingProxy } from './turns/delayingProxy.ts';
import { percentile, table, withRange } from './turns/figures.ts';
import { MeasuredInstallation } from './turns/installation.ts';
import { type Loaded, load } from './turns/load.ts';
import { LockSamples } from './turns/lockSamples.ts';
import { MeasuredServer } from './turns/measuredServer.ts';
import type { Case } from './turns/visitor.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '16' },
    cards: { type: 'string', default: '2000' },
    delay: { type: 'string', default: '4' },
  },
});
const [rounds, seconds, clients, cards, delay] = [
  ...[values.rounds, values.seconds, values.clients, values.cards],
  values.delay,
].map(Number) as [number, number, number, number, number];
const progress = (text: string) => void process.stderr.write(`${text}\n`);

const cases: Record<string, Case> = {
  'web, whole case': webUnfreezing,
  'web, status': webStatus,
  'telephone, status': telephoneStatus,
};
const layouts = [
  { name: 'one process', processes: 1, delay: 0 },
  { name: 'two processes', processes: 2, delay: 0 },
  { name: `one process, ${delay} ms away`, processes: 1, delay },
  { name: `two processes, ${delay} ms away`, processes: 2, delay },
];

const cluster = await Cluster.started({ flushes: true });

/** A layout with a database of its own. */
async function open(layout: (typeof layouts)[number], place: number) {
  const postgres = new pg.Client(cluster.url('postgres'));
  await postgres.connect();
  await postgres.query(`CREATE DATABASE bench_${place}`);
  await postgres.end();
  const databaseUrl = cluster.url(`bench_${place}`);
  const installation = await MeasuredInstallation.made(cards, { databaseUrl });
  const proxy = layout.delay > 0 ? await DelayingProxy.to(databaseUrl, layout.delay) : undefined;
  const servers: MeasuredServer[] = [];
  for (let number = 0; number < layout.processes; number++) {
    const { folder, program, settings } = installation.program;
    const own = join(folder, `process-${number}`);
    mkdirSync(own);
    const reached = { ...settings, DATABASE_URL: proxy?.url ?? databaseUrl };
    servers.push(await MeasuredServer.started({ program, folder: own, settings: reached }));
  }
  return { ...layout, installation, servers, proxy, databaseUrl };
}

type Open = Awaited<ReturnType<typeof open>>;
type Result = { loaded: Loaded; heldMost: number; ownHeldMost: number; waiting: number };
let visitors = 0;

/** Each customer comes to the next of the processes. */
async function measure(
  { installation, servers, databaseUrl }: Open,
  does: Case,
  time: number,
): Promise<Result> {
  await installation.forgetQueries();
  const samples = await LockSamples.begun(databaseUrl);
  const visitor = () => ({ place: visitors++, card: () => installation.nextCard() });
  const loaded = await load({ servers, does, clients, seconds: time, visitor });
  return { loaded, ...(await samples.ended()) };
}

const opened: Open[] = [];
for (const [place, layout] of layouts.entries()) opened.push(await open(layout, place));
progress('all are started');
const results = new Map<string, Result[]>();
for (const layout of opened) for (const does of Object.values(cases)) await measure(layout, does, 1);
progress('all are warm');
for (let round = 0; round < rounds; round++) {
  for (const [name, does] of Object.entries(cases)) {
    for (let turn = 0; turn < opened.length; turn++) {
      const layout = opened[(turn + round) % opened.length];
      if (!layout) continue;
      const key = `${name}: ${layout.name}`;
      const result = await measure(layout, does, seconds);
      results.set(key, [...(results.get(key) ?? []), result]);
      const { turns, wrong } = result.loaded;
      progress(
        `round ${round + 1}, ${key}: ${turns.length} turns${wrong[0] ? `, ${wrong.length} wrong: ${wrong[0]}` : ''}`,
      );
    }
  }
}
for (const { servers, proxy, installation } of opened) {
  for (const server of servers) await server.end();
  proxy?.close();
  installation.remove();
}
await cluster.stop();

const rows = Object.keys(cases).flatMap((name) =>
  layouts.map((layout) => {
    const its = results.get(`${name}: ${layout.name}`) ?? [];
    const rate = ({ loaded }: Result) => loaded.turns.length / loaded.seconds;
    const turns = its.flatMap(({ loaded }) => loaded.turns);
    return [
      `${name}: ${layout.name}`,
      withRange(its.map(rate), 1),
      withRange(
        its.map(({ loaded }) => loaded.cpu / loaded.turns.length),
        2,
      ),
      `${percentile(turns, 0.5).toFixed(0)} / ${percentile(turns, 0.99).toFixed(0)}`,
      withRange(
        its.map(({ heldMost }) => heldMost * 100),
        1,
      ),
      withRange(
        its.map(({ ownHeldMost }) => ownHeldMost * 100),
        1,
      ),
      withRange(
        its.map(({ waiting }) => waiting),
        1,
      ),
      String(its.flatMap(({ loaded }) => loaded.wrong).length),
    ];
  }),
);
const head = [
  'case',
  'turns a second',
  'CPU ms a turn',
  'p50 / p99 ms',
  '% of looks in which one has the busiest lock of everybody alone',
  'that of one customer’s own',
  'waiting',
];
process.stdout.write(`\n${table([...head, 'wrong'], rows)}`);
