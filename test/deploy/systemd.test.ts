import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../runs/imports.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** What looks at a unit without starting it; not on every machine. */
const analyze = (...words: string[]) =>
  spawnSync('systemd-analyze', words, { encoding: 'utf8', timeout: 60_000 });
const isHere = analyze('--version').status === 0;

describe('the unit, as systemd itself reads it', function () {
  this.timeout(120_000);
  const { path, remove } = temporaryFolder();
  after(remove);
  const unit = join(path, 'thawline@bot.service');
  before(() => copyFileSync(join(root, 'deploy/systemd/thawline@.service'), unit));

  it('has nothing that it does not know, but a program that is installed elsewhere', () => {
    if (!isHere) return void process.stderr.write('the unit was not read: systemd-analyze is not here\n');
    const { stderr } = analyze('verify', '--man=no', unit);
    const told = stderr.split('\n').filter((line) => line.includes('thawline'));
    assert.deepEqual(
      told.filter((line) => !/Command \S+\/node is not executable/.test(line)),
      [],
    );
  });

  it('leaves a service that was broken into little to reach: under 2 of 10', () => {
    if (!isHere) return;
    const { stdout } = analyze('security', '--offline=true', unit);
    const [, exposure = '10'] = /exposure level for \S+: ([\d.]+)/.exec(stdout) ?? [];
    assert.ok(Number(exposure) < 2, `${exposure}\n${stdout}`);
  });
});
