/** Whether memory stays level over many turns: `npm run bench -- memory`, which draws `docs/pictures/memory.svg`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { telephoneStatus } from './turns/cases/telephone.ts';
import { webStatus } from './turns/cases/web.ts';
import { MeasuredInstallation } from './turns/installation.ts';
import { linePlot } from './turns/linePlot.ts';
import { load } from './turns/load.ts';
import { MeasuredServer } from './turns/measuredServer.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    turns: { type: 'string', default: '100000' },
    clients: { type: 'string', default: '16' },
    minutes: { type: 'string', default: '60' },
  },
});
const [most, clients, minutes] = [Number(values.turns), Number(values.clients), Number(values.minutes)];

const installation = await MeasuredInstallation.made(1000);
const [first] = [installation.nextCard()];
const server = await MeasuredServer.started({ ...installation.program, flags: ['--expose-gc'] });
let visitors = 0;
const visitor = () => ({ place: visitors++, card: () => first });
const points: [turns: number, heap: number, rss: number][] = [];
const ends = performance.now() + minutes * 60_000;
let turns = 0;
let wrong = 0;
while (turns < most && performance.now() < ends) {
  await installation.forgetQueries();
  for (const does of [webStatus, telephoneStatus]) {
    const loaded = await load({ servers: [server], does, clients, seconds: 5, visitor });
    turns += loaded.turns.length;
    wrong += loaded.wrong.length;
  }
  const { heap, rss } = await server.usage();
  points.push([turns, heap, rss]);
  process.stderr.write(`${turns} turns: heap ${heap.toFixed(1)} MB, in all ${rss.toFixed(0)} MB\n`);
}
await server.end();
installation.remove();

const svg = linePlot({
  title: 'Memory of the service',
  x: 'turns of web chat and telephone',
  y: 'megabytes',
  lines: [
    { name: 'heap after collection', colour: '#06c', points: points.map(([at, heap]) => [at, heap]) },
    { name: 'resident', colour: '#c60', points: points.map(([at, , rss]) => [at, rss]) },
  ],
});
writeFileSync(join(import.meta.dirname, '../docs/pictures/memory.svg'), svg);
process.stdout.write(`${turns} turns, ${wrong} wrong; drawn in docs/pictures/memory.svg\n`);
