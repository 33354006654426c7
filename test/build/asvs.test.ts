import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** How many sections each chapter of ASVS 5.0.0 has. */
const chapters = [5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3];

describe('the page on ASVS', () => {
  const page = readFileSync(new URL('../../docs/asvs.md', import.meta.url), 'utf8');
  const rows = [
    ...page.matchAll(/^\| (\d+\.\d+) \| ([^|]+) \| (kept|in part|none) \| ([^|]*) \| ([^|]*) \|$/gm),
  ];

  it('has a row for each section of the standard, in its order', () => {
    const sections = chapters.flatMap((count, place) =>
      Array.from({ length: count }, (_, section) => `${place + 1}.${section + 1}`),
    );
    assert.deepEqual(
      rows.map(([, number]) => number),
      sections,
    );
  });

  it('says how or why not in each, and by what it is shown wherever something is kept that is no document', () => {
    for (const [, number, , state, how = '', shown = ''] of rows) {
      assert.ok(how.trim().length > 4, number);
      assert.ok(state === 'none' || shown.includes('../test/') || /\]\(\S+\.md\)|in part/.test(how), number);
    }
  });
});
