/** How long the service takes until it is ready, with what it compiled before and without: `npm run bench -- start`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table, withRange } from './turns/figures.ts';
import { MeasuredInstallation } from './turns/installation.ts';
import { MeasuredServer } from './turns/measuredServer.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const installation = await MeasuredInstallation.made(100);
const compiled = join(installation.folder, 'data/compiled');

type Start = { wall: number; cpu: number };

async function start(settings: Record<string, string> = {}): Promise<Start> {
  const program = { ...installation.program, program: 'bot/start.ts' };
  const server = await MeasuredServer.started({ ...program, settings: { ...program.settings, ...settings } });
  const { cpu } = await server.usage();
  await server.end();
  return { wall: server.startedIn, cpu };
}

const kinds: Record<string, () => Promise<Start>> = {
  'with nothing kept': () => start({ NODE_DISABLE_COMPILE_CACHE: '1' }),
  'the first one': () => {
    rmSync(compiled, { recursive: true, force: true });
    return start();
  },
  // What the start before has compiled is there.
  'each one after it': () => start(),
};
const series = new Map<string, Start[]>(Object.keys(kinds).map((kind) => [kind, []]));
for (let round = 0; round < Number(values.rounds); round++)
  for (const [kind, does] of Object.entries(kinds)) series.get(kind)?.push(await does());
installation.remove();
const rows = [...series].map(([kind, starts]) => [
  kind,
  withRange(
    starts.map(({ wall }) => wall),
    0,
  ),
  withRange(
    starts.map(({ cpu }) => cpu),
    0,
  ),
]);
process.stdout.write(`\n${table(['start', 'ms until it is ready', 'CPU ms until then'], rows)}`);
