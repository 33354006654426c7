/** What a row of a file of cards costs: `npm run bench -- import`, in a process of its own as `npm run cards` starts one. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { writeProtectedFile } from './turns/madeCustomers.ts';

/** One for all rounds: what the command has compiled is kept there, as where it has been started before. */
const dataFolder = mkdtempSync(join(tmpdir(), 'thawline-bench-data-'));
const repository = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { rows: { type: 'string', default: '10000 100000' }, rounds: { type: 'string', default: '3' } },
});

const Used = z.object({ cpu: z.number(), rss: z.number() });
/** Loaded before the command: at its end it says what the process has used, in milliseconds and megabytes. */
const saysWhatItUsed = `data:text/javascript,process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.error(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 }));
})`;

/** The flags with which the script of package.json starts the command. */
function flags(): string[] {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')));
  return (scripts.cards ?? '').split(' ').filter((word) => word.startsWith('--'));
}

async function imports(rows: number): Promise<z.infer<typeof Used>> {
  const folder = mkdtempSync(join(tmpdir(), 'thawline-bench-'));
  try {
    mkdirSync(join(folder, 'data'), { mode: 0o700 });
    const settings = {
      DATABASE_URL: `sqlite:${join(folder, 'data/thawline.db')}`,
      KEYS_FILE: join(folder, 'data/keys.json'),
      DATA_DIR: dataFolder,
    };
    const file = join(folder, 'cards.csv');
    await writeProtectedFile(
      { databaseUrl: settings.DATABASE_URL, keysFile: settings.KEYS_FILE },
      rows,
      file,
    );
    const command = [...flags(), '--import', saysWhatItUsed, join(repository, 'cli/thawline.ts')];
    const { PATH, HOME } = process.env;
    const said = execFileSync(
      'sh',
      ['-c', 'exec "$@" 2>&1', 'sh', process.execPath, ...command, 'cards', 'import', file],
      {
        cwd: folder,
        env: { PATH, HOME, ...settings },
        encoding: 'utf8',
      },
    );
    if (
      !said.includes(`imported ${rows.toLocaleString('en').replaceAll(',', '')}`) &&
      !said.includes('imported')
    )
      throw new Error(said);
    return Used.parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.on('exit', () => rmSync(dataFolder, { recursive: true }));
await imports(100);
for (const rows of values.rows.split(' ').map(Number)) {
  const used = [];
  for (let round = 0; round < Number(values.rounds); round++) used.push(await imports(rows));
  const rates = used.map(({ cpu }) => (rows / cpu) * 1000);
  process.stdout.write(
    `${rows} rows: ${rates.map((rate) => rate.toFixed(0)).join(', ')} rows a CPU second; at most ${Math.max(...used.map(({ rss }) => rss)).toFixed(0)} MB\n`,
  );
}
