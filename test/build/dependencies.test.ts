import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

describe('the list of packages', () => {
  const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
    read('package.json'),
  );
  const [, production = '', others = ''] = read('docs/dependencies.md').split(
    /^## (?=In production|For building)/m,
  );
  const rowsIn = (section: string) =>
    [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, name = '']) => name);

  it('has a row for each that is named, with what it is for and why it is kept, and for no other', () => {
    assert.deepEqual(rowsIn(production), Object.keys(manifest.dependencies).sort());
    assert.deepEqual(rowsIn(others), Object.keys(manifest.devDependencies).sort());
  });

  it('names versions to the last digit, so that an install tomorrow is that of today', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    assert.deepEqual(
      versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
      [],
    );
  });
});
