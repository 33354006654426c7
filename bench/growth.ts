/**
 * Whether a turn costs the same however much a bank keeps: a web status with few and with many cards and conversations, in rounds
 * that alternate, on SQLite and PostgreSQL: `npm run bench -- growth`, which draws `docs/pictures/growth.svg`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Cluster } from '../test/databases/cluster.ts';
import { generateCards, generateConversations } from './growth/generatedRows.ts';
import { difference, median } from './medians.ts';
import { webStatus } from './turns/cases/web.ts';
import { ratios, table, withRange } from './turns/figures.ts';
import { MeasuredInstallation } from './turns/installation.ts';
import { linePlot } from './turns/linePlot.ts';
import { load } from './turns/load.ts';
import { MeasuredServer } from './turns/measuredServer.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '12' },
    seconds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '16' },
    cards: { type: 'string', default: '1000000,10000000' },
    conversations: { type: 'string', default: '1000000' },
    postgres: { type: 'string', default: '1000000' },
  },
});
const [rounds, seconds, clients] = [values.rounds, values.seconds, values.clients].map(Number) as [
  number,
  number,
  number,
];
const sizes = (text: string) => text.split(',').filter(Boolean).map(Number);
const progress = (text: string) => void process.stderr.write(`${text}\n`);

/** Each has so many cards of its own that are asked for; `more` rows lie beside them. */
const made = 10_000;
type Size = { kind: string; cards: number; conversations: number; databaseUrl?: string };
const cluster = values.postgres ? await Cluster.started({ flushes: true }) : undefined;

async function emptyPostgres(place: number): Promise<string> {
  const postgres = new pg.Client(cluster?.url('postgres'));
  await postgres.connect();
  await postgres.query(`CREATE DATABASE growth_${place}`);
  await postgres.end();
  return cluster?.url(`growth_${place}`) ?? '';
}

const all: Size[] = [
  { kind: 'SQLite', cards: made, conversations: 0 },
  ...sizes(values.cards).map((cards) => ({ kind: 'SQLite', cards, conversations: 0 })),
  ...sizes(values.conversations).map((conversations) => ({ kind: 'SQLite', cards: made, conversations })),
];
if (cluster) {
  for (const [place, cards] of [made, ...sizes(values.postgres)].entries())
    all.push({ kind: 'PostgreSQL', cards, conversations: 0, databaseUrl: await emptyPostgres(place) });
}

type Open = Size & { installation: MeasuredInstallation; server: MeasuredServer; cpu: number[] };
let visitors = 0;

async function run({ installation, server }: Open, time: number): Promise<number> {
  await installation.forgetQueries();
  const visitor = () => ({ place: visitors++, card: () => installation.nextCard() });
  const { cpu, turns, wrong } = await load({
    servers: [server],
    does: webStatus,
    clients,
    seconds: time,
    visitor,
  });
  if (wrong.length > 0) progress(`${wrong.length} wrong: ${wrong[0]}`);
  return cpu / turns.length;
}

async function open(size: Size): Promise<Open> {
  const { databaseUrl, cards, conversations } = size;
  const installation = await MeasuredInstallation.made(made, databaseUrl ? { databaseUrl } : {});
  let server = await MeasuredServer.started(installation.program);
  if (cards > made || conversations > 0) {
    // The first conversation is the one that the others are like.
    await run({ ...size, installation, server, cpu: [] }, 0.1);
    await server.end();
    await fill(installation.databaseUrl, size);
    server = await MeasuredServer.started(installation.program);
  }
  return { ...size, installation, server, cpu: [] };
}

/** Writes rows while nobody else has the database, and so without what would bring it through a power failure. */
async function fill(url: string, { cards, conversations }: Size): Promise<void> {
  const isSqlite = url.startsWith('sqlite:');
  const database = new DataSource(
    isSqlite ? { type: 'better-sqlite3', database: url.slice('sqlite:'.length) } : { type: 'postgres', url },
  );
  await database.initialize();
  const quick = ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -1000000'];
  for (const pragma of isSqlite ? quick : []) await database.query(`PRAGMA ${pragma}`);
  const told = (what: string) => (done: number) => {
    if (done % 1_000_000 === 0) progress(`${done.toLocaleString('en')} ${what}`);
  };
  if (cards > made) await generateCards(database, cards - made, told('cards'));
  if (conversations > 0) await generateConversations(database, conversations, told('conversations'));
  await database.query(isSqlite ? 'PRAGMA journal_mode = WAL' : 'ANALYZE');
  await database.destroy();
}

const opened: Open[] = [];
for (const size of all) opened.push(await open(size));
for (const one of opened) await run(one, seconds);
progress('all are warm');
for (let round = 0; round < rounds; round++) {
  for (let place = 0; place < opened.length; place++) {
    const one = opened[(place + round) % opened.length];
    one?.cpu.push(await run(one, seconds));
  }
  progress(`round ${round + 1}: ${opened.map(({ cpu }) => cpu.at(-1)?.toFixed(2)).join(', ')} ms`);
}
for (const { server, installation } of opened) {
  await server.end();
  installation.remove();
}
await cluster?.stop();

const count = (number: number) => number.toLocaleString('en');
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const rows = opened.map(({ kind, cards, conversations, cpu }) => {
  const base = opened.find((other) => other.kind === kind);
  const { share, from, to } = difference(ratios(cpu, base?.cpu ?? []), [1]);
  const beside = base?.cpu === cpu ? '' : `${percent(share)} (${percent(from)} to ${percent(to)})`;
  return [kind, count(cards), count(conversations), withRange(cpu, 2), beside];
});
const head = [
  'database',
  'cards',
  'conversations beside',
  'CPU ms a turn',
  'beside the smallest, 95 % interval',
];
process.stdout.write(table(head, rows));

const line = (kind: string, colour: string) => ({
  name: kind,
  colour,
  points: opened
    .filter((one) => one.kind === kind && one.conversations === 0)
    .map(({ cards, cpu }) => [cards / 1000, median(cpu)] as const),
});
const svg = linePlot({
  title: 'A web status, by the number of cards',
  x: 'thousand cards',
  y: 'milliseconds of CPU a turn',
  lines: [line('SQLite', '#06c'), ...(cluster ? [line('PostgreSQL', '#c60')] : [])],
});
writeFileSync(join(import.meta.dirname, '../docs/pictures/growth.svg'), svg);
