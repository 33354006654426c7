/**
 * `node test/runs/run.ts RUN [FILE…] [OPTION…]`: the files of a run, or those of them that are named, with mocha.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { filesOf } from './testFiles.ts';
import { runs } from './thisRun.ts';

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}

const [given, ...words] = process.argv.slice(2);
const run =
  runs.find((one) => one === given) ?? refuse(`no run is called ${given}: there are ${runs.join(', ')}`);

const named = new Set(words.filter((word) => word.endsWith('.test.ts')).map((word) => relative('.', word)));
const options = words.filter((word) => !word.endsWith('.test.ts'));
for (const word of options)
  if (existsSync(word))
    refuse(`${word} is no test file: those end in .test.ts; a scenario is chosen by -g NAME`);
const files = filesOf(run).filter((file) => named.size === 0 || named.has(file));
for (const name of named) if (!files.includes(name)) refuse(`${name} is no part of the ${run} run`);

const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const child = spawn(process.execPath, [...process.execArgv, mocha, ...options, ...files], {
  stdio: 'inherit',
  env: { ...process.env, TEST_RUN: run },
});
// The terminal sends Ctrl-C to both: this one waits until mocha has put its things away.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
const [code] = await once(child, 'exit');
process.exitCode = code ?? 1;
