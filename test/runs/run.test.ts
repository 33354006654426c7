import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporaryFolder.ts';
import { root } from './imports.ts';

/** A run as a maintainer starts it in a shell, without the settings of the run that this test is in. */
function started(...words: string[]) {
  const { PATH, HOME } = process.env;
  return spawnSync(process.execPath, words, { cwd: root, env: { PATH, HOME }, encoding: 'utf8' });
}

describe('a run of the tests', () => {
  const run = (...words: string[]) => started('test/runs/run.ts', ...words);

  it('takes the files that are named, and closes with how many passed and failed', () => {
    const { status, stdout } = run('unit', 'test/kit/time.test.ts', './test/kit/parse.test.ts');
    assert.equal(status, 0);
    assert.match(stdout, /\n[1-9]\d* passed, 0 failed\n$/);
  });

  it('refuses a file that is no part of it, and a run that there is not', () => {
    const other = run('unit', 'test/kills/sqlite.test.ts');
    assert.equal(other.status, 2);
    assert.match(other.stderr, /sqlite\.test\.ts is no part of the unit run/);
    const none = run('night');
    assert.equal(none.status, 2);
    assert.match(none.stderr, /there are unit, quick, full, long/);
  });
});

describe('the unit run', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('fails a test that starts a process which its imports do not show', () => {
    const file = join(folder.path, 'hidden.test.cjs');
    const way = "process.getBuiltinModule('node:child_process')";
    writeFileSync(
      file,
      `it('spawns', () => { ${way}.spawn('true'); });\nit('waits', () => { ${way}.execFileSync('true'); });\n`,
    );
    const mocha = ['node_modules/mocha/bin/mocha.js', '--no-parallel', '--no-config'];
    const words = [...mocha, '--require', './test/runs/startsNothing.ts', file];
    const { PATH, HOME } = process.env;
    const unit = { PATH, HOME, TEST_RUN: 'unit' };
    const { stdout } = spawnSync(process.execPath, words, { cwd: root, env: unit, encoding: 'utf8' });
    assert.equal(stdout.match(/Error: a unit test starts no process/g)?.length, 2, stdout);
  });
});
