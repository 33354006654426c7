import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

describe('npx thawline, as a process', () => {
  it('ends well where the reader of its output has gone, as `head` goes', async () => {
    const program = fileURLToPath(new URL('../../cli/thawline.ts', import.meta.url));
    const child = spawn(process.execPath, [program, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const said = text(child.stderr);
    const [code] = await once(child, 'close');
    assert.deepEqual([code, await said], [0, '']);
  });
});
