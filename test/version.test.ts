import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './runs/imports.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the version', () => {
  const { version } = JSON.parse(read('package.json'));
  const sections = [...read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);

  it('has a section of the changelog with its date, below what is not released yet', () => {
    const [first, second = ''] = sections;
    assert.equal(first, 'Unreleased');
    assert.match(second, /^\d+\.\d+\.\d+ — \d{4}-\d{2}-\d{2}$/);
    assert.equal(second.split(' ')[0], version);
  });

  it('has each version of the changelog once, the newest first', () => {
    const numbers = sections.slice(1).map((title) => (title.split(' ')[0] ?? '').split('.').map(Number));
    const sorted = numbers.toSorted(
      ([a = 0, b = 0, c = 0], [x = 0, y = 0, z = 0]) => x - a || y - b || z - c,
    );
    assert.deepEqual(numbers, sorted);
    assert.equal(new Set(numbers.map(String)).size, numbers.length);
  });

  it('is the same in the lock file, and what it promises stands in the upgrade guide', () => {
    const lock = JSON.parse(read('package-lock.json'));
    assert.deepEqual([lock.version, lock.packages[''].version], [version, version]);
    const guide = read('docs/upgrade.md');
    for (const promise of ['## The rule', '## What a version number says', '## Support'])
      assert.ok(guide.includes(promise), promise);
  });
});
