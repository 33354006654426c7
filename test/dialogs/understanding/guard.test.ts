import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { plainText } from '../../../dialogs/understanding/plainText.ts';
import { either, type TextPattern } from '../../../kit/pattern.ts';

const root = new URL('../../../', import.meta.url);
const files = globSync('words/*/heard/guard[A-Z]*.ts', { cwd: root });

/** Every table of the guard's patterns, by its name. */
async function tables(): Promise<[name: string, rows: readonly TextPattern[]][]> {
  const modules = await Promise.all(files.map((name) => import(new URL(name, root).href)));
  return modules.flatMap((one) => Object.entries(one).filter(([, rows]) => Array.isArray(rows))) as [
    string,
    readonly TextPattern[],
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
    const long = [...files, 'dialogs/understanding/guard.ts'].flatMap((name) =>
      readFileSync(new URL(name, root), 'utf8')
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
