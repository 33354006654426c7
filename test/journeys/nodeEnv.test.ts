import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Thawline } from './thawline.ts';

/** Every program that reads settings, with words that would do something. */
const programs: [program: string, ...words: string[]][] = [
  ['bot/main.ts'],
  ['services/main.ts'],
  ['cli/thawline.ts', 'cards', 'list'],
  ['cli/thawline.ts', 'cards', 'protect', 'none.csv'],
  ['cli/thawline.ts', 'audit', 'verify'],
  ['cli/thawline.ts', 'audit', 'key'],
  ['cli/thawline.ts', 'keys', 'create'],
  ['cli/thawline.ts', 'keys', 'rotate'],
  ['cli/thawline.ts', 'keys', 'rewrap'],
  ['cli/thawline.ts', 'cases', 'list'],
  ['cli/thawline.ts', 'retention'],
  ['cli/thawline.ts', 'preflight'],
];

describe('a misspelt NODE_ENV', () => {
  let thawline: Thawline;
  before(() => {
    thawline = Thawline.installed({ NODE_ENV: 'prodution', PORT: '0', PROCESSOR_PORT: '0' });
  });
  after(() => thawline.close());

  for (const [program, ...words] of programs) {
    it(`lets ${[program, ...words].join(' ')} do nothing, with exit code 2`, async () => {
      const { code, out, err } = await thawline.run(program, words);
      assert.deepEqual({ code, out }, { code: 2, out: '' }, err);
      assert.match(err, /^NODE_ENV: must be production, development or test/m);
      assert.equal(existsSync(join(thawline.folder, 'data')), false);
    });
  }
});
