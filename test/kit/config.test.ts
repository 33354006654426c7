import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('the settings of every program', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('come from the environment, and from .env in the working folder for what that leaves open', () => {
    const module = new URL('../../kit/config.ts', import.meta.url);
    const code = `import { environment } from '${module}';
      const { DATA_DIR, KEYS_FILE } = environment();
      process.stdout.write(JSON.stringify({ DATA_DIR, KEYS_FILE }));`;
    const read = () => {
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
        cwd: folder.path,
        env: { KEYS_FILE: 'given' },
        encoding: 'utf8',
      });
      assert.equal(stderr, '');
      return JSON.parse(stdout);
    };
    assert.deepEqual(read(), { KEYS_FILE: 'given' });
    writeFileSync(join(folder.path, '.env'), '#a note\nDATA_DIR=/srv\nKEYS_FILE=overruled\n');
    assert.deepEqual(read(), { DATA_DIR: '/srv', KEYS_FILE: 'given' });
  });
});
