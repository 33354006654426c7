import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { either, type GuardPattern } from '../../../dialogs/understanding/guardPattern.ts';
import { plainText } from '../../../dialogs/understanding/plainText.ts';

const folder = new URL('../../../dialogs/understanding/', import.meta.url);
const files = readdirSync(folder).filter((name) => /^guard[A-Z]/.test(name));

/** Every table of the guard's patterns, by its name. */
async function tables(): Promise<[name: string, rows: readonly GuardPattern[]][]> {
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
  return modules.flatMap((one) => Object.entries(one).filter(([, rows]) => Array.isArray(rows))) as [
    string,
    readonly GuardPattern[],
  ][];
}

describe('the tables of the guard', () => {
  it('hold patterns of which each takes its example and leaves its counter-example', async () => {
    const found = await tables();
    assert.ok(found.flatMap(([, rows]) => rows).length >= 120);
    for (const [name, rows] of found)
      for (const { when, takes, leaves } of rows) {
        assert.match(plainText(takes), new RegExp(when), `${name}: ${takes}`);
        assert.doesNotMatch(plainText(leaves), new RegExp(when), `${name}: ${leaves}`);
      }
  });

  it('have a pattern a line, of 120 characters at most', () => {
    const long = [...files, 'guard.ts'].flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .filter((line) => line.length > 120 && !line.startsWith('import')),
    );
    assert.deepEqual(long, []);
  });

  it('say nothing twice', async () => {
    const patterns = (await tables()).flatMap(([name, rows]) => rows.map(({ when }) => `${name} ${when}`));
    assert.deepEqual(
      patterns.filter((one, place) => patterns.indexOf(one) !== place),
      [],
    );
  });
});

describe('a list that is written over several lines', () => {
  it('is one of its alternatives', () => {
    assert.equal(either('\n  one | two words |\n  three\n'), '(?:one|two words|three)');
  });
});
