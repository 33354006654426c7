/**
 * What a case needs of each machine, and whether a model of queues says from one process what two and three do:
 * `npm run bench -- sizing`. `docs/sizing.md` is made of it.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { Cluster } from '../test/databases/cluster.ts';
import { median } from './medians.ts';
import { webUnfreezing } from './turns/cases/web.ts';
import { throughputOf } from './turns/closedNetwork.ts';
import { DelayingProxy } from './turns/delayingProxy.ts';
import { table, withRange } from './turns/figures.ts';
import { MeasuredInstallation } from './turns/installation.ts';
import { type Loaded, load } from './turns/load.ts';
import { MeasuredServer } from './turns/measuredServer.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '6' },
    delay: { type: 'string', default: '10' },
  },
});
const [rounds, seconds, delay] = [values.rounds, values.seconds, values.delay].map(Number) as [
  number,
  number,
  number,
];
/** Connections of a process, and customers at once for each: a process never has more to do than it has connections. */
const connections = 4;
const clientsEach = 6;
const most = 3;
const cards = 6000;

const cluster = await Cluster.started({ flushes: true });
const postgres = new pg.Client(cluster.url('postgres'));
await postgres.connect();
const { rows: settings } = await postgres.query("SELECT pg_read_file('postmaster.pid') AS pid");
const postmaster = Number(String(settings[0].pid).split('\n')[0]);

/** CPU of PostgreSQL in ms, of processes that have ended too (proc(5), fields 14 to 17 of `stat`, in ticks of 10 ms). */
function databaseCpu(): number {
  let sum = 0;
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(entry);
    if (!fields || (Number(entry) !== postmaster && Number(fields[1]) !== postmaster)) continue;
    const own = Number(fields[11]) + Number(fields[12]);
    const ended = Number(entry) === postmaster ? Number(fields[13]) + Number(fields[14]) : 0;
    sum += (own + ended) * 10;
  }
  return sum;
}

/** What stands behind the name of the program, which may hold anything. */
function statOf(pid: string): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

async function written(database: string): Promise<{ log: number; size: number }> {
  const { rows } = await postgres.query(
    "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS log, pg_database_size($1)::float8 AS size",
    [database],
  );
  return rows[0];
}

/** The tables and indexes of the bank's customers, in bytes a card; each has one. */
async function bytesACard(databaseUrl: string, cards: number): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query(
    "SELECT SUM(pg_total_relation_size(name::regclass))::float8 AS size FROM unnest('{customers,cards,card_freezes}'::text[]) AS name",
  );
  await client.end();
  return rows[0].size / cards;
}

async function open(processes: number) {
  const database = `sizing_${processes}`;
  await postgres.query(`CREATE DATABASE ${database}`);
  const installation = await MeasuredInstallation.made(cards, { databaseUrl: cluster.url(database) });
  const proxy = await DelayingProxy.to(cluster.url(database), delay);
  const servers: MeasuredServer[] = [];
  for (let number = 0; number < processes; number++) {
    const { folder, program, settings } = installation.program;
    const own = join(folder, `process-${number}`);
    mkdirSync(own);
    const url = new URL(proxy.url);
    url.searchParams.set('pool', String(connections));
    const reached = { ...settings, DATABASE_URL: url.href };
    servers.push(await MeasuredServer.started({ program, folder: own, settings: reached }));
  }
  return { database, installation, proxy, servers, processes };
}
type Open = Awaited<ReturnType<typeof open>>;

type Measured = {
  loaded: Loaded;
  /** Of one turn, in ms: the service's, PostgreSQL's, and the customers' that the bench plays. */
  cpu: { service: number; database: number; customers: number };
  /** Of one case, in bytes. */
  bytes: { log: number; size: number; network: number };
};
let visitors = 0;

async function measured(
  { database, installation, proxy, servers }: Open,
  clients: number,
): Promise<Measured> {
  await installation.forgetQueries();
  const visitor = () => ({ place: visitors++, card: () => installation.nextCard() });
  const before = {
    ...(await written(database)),
    cpu: databaseCpu(),
    own: process.cpuUsage(),
    sent: proxy.bytes,
  };
  const loaded = await load({ servers, does: webUnfreezing, clients, seconds, visitor });
  const own = process.cpuUsage(before.own);
  const after = await written(database);
  const { turns, cases, wrong } = loaded;
  if (wrong.length > 0) throw new Error(`${wrong.length} wrong: ${wrong[0]}`);
  return {
    loaded,
    cpu: {
      service: loaded.cpu / turns.length,
      database: (databaseCpu() - before.cpu) / turns.length,
      customers: (own.user + own.system) / 1000 / turns.length,
    },
    bytes: {
      log: (after.log - before.log) / cases,
      size: (after.size - before.size) / cases,
      network: (proxy.bytes - before.sent) / cases,
    },
  };
}

const layouts: Open[] = [];
for (let processes = 1; processes <= most; processes++) layouts.push(await open(processes));
const ofACard = await bytesACard(cluster.url('sizing_1'), cards);
const results = new Map<number, Measured[]>(layouts.map(({ processes }) => [processes, []]));
const alone: Measured[] = [];
for (let round = 0; round < rounds; round++) {
  const [first] = layouts;
  if (first) alone.push(await measured(first, 1));
  for (const layout of layouts) {
    const result = await measured(layout, clientsEach * layout.processes);
    results.get(layout.processes)?.push(result);
    const rate = result.loaded.turns.length / result.loaded.seconds;
    process.stderr.write(`round ${round + 1}, ${layout.processes}: ${rate.toFixed(1)} turns a second\n`);
  }
}
for (const { servers, proxy, installation } of layouts) {
  for (const server of servers) await server.end();
  proxy.close();
  installation.remove();
}
await postgres.end();
await cluster.stop();

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const one = results.get(1) ?? [];
const of = (figure: (from: Measured) => number) => median(one.map(figure));
const service = of(({ cpu }) => cpu.service);
const all = of(({ cpu }) => cpu.service + cpu.database + cpu.customers);
/** What a turn takes beside the processor time: round trips, the database, the disk. A connection is held for most of it. */
const away = median(alone.map(({ loaded }) => mean(loaded.turns))) - service;
const cores = availableParallelism();
const rows = layouts.map(({ processes }) => {
  const rates = (results.get(processes) ?? []).map(({ loaded }) => loaded.turns.length / loaded.seconds);
  const stations = [
    { demand: service, servers: processes },
    { demand: away, servers: connections * processes },
  ];
  const model = Math.min(throughputOf(stations, clientsEach * processes), (cores / all) * 1000);
  const share = median(rates) / model - 1;
  return [String(processes), withRange(rates, 1), model.toFixed(1), `${(share * 100).toFixed(0)} %`];
});
process.stdout.write(`
A turn of a whole case on web chat: ${service.toFixed(2)} ms of CPU in the service, ${of(({ cpu }) => cpu.database).toFixed(2)} ms in PostgreSQL,
${of(({ cpu }) => cpu.customers).toFixed(2)} ms in the customers that the bench plays; ${away.toFixed(1)} ms beside it where each round trip takes ${delay} ms.
A case: ${(of(({ bytes }) => bytes.log) / 1024).toFixed(1)} KB of PostgreSQL's log, ${(of(({ bytes }) => bytes.size) / 1024).toFixed(1)} KB of tables, ${(of(({ bytes }) => bytes.network) / 1024).toFixed(1)} KB between service and database;
${(one.reduce((sum, { loaded }) => sum + loaded.turns.length, 0) / one.reduce((sum, { loaded }) => sum + loaded.cases, 0)).toFixed(1)} turns. A card with its customer: ${(ofACard / 1024).toFixed(2)} KB.

${table(['processes', 'turns a second', 'by the model', 'off by'], rows)}`);
