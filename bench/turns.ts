/**
 * Our turns beside those of others, in rounds that alternate: `npm run bench -- turns`. What is said is in
 * `docs/performance.md`; the peers are installed with `npm ci --prefix bench/peers`.
 */
import { execFileSync } from 'node:child_process';
import type { Round } from './turns/figures.ts';
import { MeasuredInstallation } from './turns/installation.ts';
import { load } from './turns/load.ts';
import { readOptions } from './turns/options.ts';
import { passwordCheck } from './turns/passwordCheck.ts';
import { allServers, gains, oneRow } from './turns/report.ts';
import { arePeersThere, type Subject, Subjects } from './turns/subjects.ts';
import { inShort, traced, tracedTable } from './turns/traced.ts';

const options = readOptions(process.argv.slice(2));
const { rounds, seconds, clients, cards, trace, warm } = options;
const progress = (text: string) => void process.stderr.write(`${text}\n`);
if (!arePeersThere()) progress('without the peers, which `npm ci --prefix bench/peers` installs');

const installation = await MeasuredInstallation.made(cards);
progress(`${cards} customers are made`);
let firsts = 0;
const counted = trace
  ? await traced(installation, () => ({ place: 9_000_000 + firsts++, card: () => installation.nextCard() }))
  : [];
if (trace) progress('the statements are counted');
const subjects = await Subjects.started(installation, options);

async function measure({ server, does, visitor, prepare }: Subject, time: number): Promise<Round> {
  await prepare();
  const check = passwordCheck();
  const loaded = await load({ servers: [server], does, clients, seconds: time, visitor });
  const alone = await load({ servers: [server], does, clients: 1, seconds: time / 2, visitor });
  return { loaded, alone, check };
}

const results = new Map<string, Round[]>(subjects.all.map(({ name }) => [name, []]));
for (const { server, does, visitor, prepare } of subjects.all) {
  await prepare();
  await load({ servers: [server], does, clients, seconds: warm, visitor });
}
progress('all are warm');
for (let round = 0; round < rounds; round++) {
  for (let turn = 0; turn < subjects.all.length; turn++) {
    const one = subjects.all[(turn + round) % subjects.all.length];
    if (!one) continue;
    const measured = await measure(one, seconds);
    results.get(one.name)?.push(measured);
    const { turns, cpu, wrong } = measured.loaded;
    const first = wrong[0] ? `, ${wrong.length} wrong: ${wrong[0]}` : '';
    progress(
      `round ${round + 1}, ${one.name}: ${turns.length} turns, ${(cpu / turns.length).toFixed(2)} ms${first}`,
    );
  }
}
await subjects.end();

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
process.stdout.write(`\n${allServers(results)}\n`);
if (options.beside !== undefined) process.stdout.write(`${gains(results)}\n`);
if (trace) process.stdout.write(`${tracedTable(counted)}\n`);
process.stdout.write(`${oneRow(commit, results, inShort(counted))}\n`);
