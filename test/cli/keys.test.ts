import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../temporaryFolder.ts';

const program = fileURLToPath(new URL('../../cli/thawline.ts', import.meta.url));

describe('thawline keys, as a process', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'keys', 'keys.json');
  });
  afterEach(() => folder.remove());

  it('makes one file only, however many are told to at once', async () => {
    const started = Array.from({ length: 4 }, () =>
      spawn(process.execPath, [program, 'keys', 'create'], { env: { KEYS_FILE: file }, stdio: 'ignore' }),
    );
    const codes = await Promise.all(started.map(async (child) => (await once(child, 'exit'))[0]));
    assert.deepEqual(codes.toSorted(), [0, 1, 1, 1]);
    assert.deepEqual(readdirSync(join(folder.path, 'keys')), ['keys.json']);
  });

  it('ends its process with these exit codes', () => {
    const started = (...words: string[]) => {
      const env = { ...process.env, KEYS_FILE: file };
      return spawnSync(process.execPath, [program, 'keys', ...words], {
        cwd: folder.path,
        env,
        encoding: 'utf8',
      });
    };
    const [made, again, wrong] = [started('create'), started('create'), started('make')];
    assert.deepEqual([made.status, again.status, wrong.status], [0, 1, 2]);
    assert.match(made.stdout, /^made /);
    assert.match(again.stderr, /there is one already/);
    assert.equal(again.stdout + wrong.stdout + made.stderr, '');
  });
});
