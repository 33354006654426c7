import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './runs/imports.ts';

/** Lines that say something: no blank ones, no comments. */
function linesOf(pattern: string): number {
  const files = globSync(pattern, { cwd: root });
  assert.ok(files.length > 0, pattern);
  const lines = files.flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n'));
  return lines.filter((line) => !/^\s*(\/\/|\/\*|\*|$)/.test(line)).length;
}

describe('the sizes of the work in docs/integration.md', () => {
  const rows = [
    ...readFileSync(join(root, 'docs/integration.md'), 'utf8').matchAll(
      /^\| .+ \| `([^`]+)` \| ([\d,]+) \|$/gm,
    ),
  ].map(([, pattern = '', count = '']) => ({ pattern, count: Number(count.replace(',', '')) }));

  it('are those of the files that they name, within a tenth', () => {
    assert.ok(rows.length >= 8);
    const wrong = rows
      .map(({ pattern, count }) => ({ pattern, count, measured: linesOf(pattern) }))
      .filter(({ count, measured }) => Math.abs(count - measured) > Math.max(2, measured / 10));
    assert.deepEqual(wrong, []);
  });
});
