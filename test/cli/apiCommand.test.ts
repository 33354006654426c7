import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { apiCommand, apis } from '../../cli/apiCommand.ts';
import { run } from '../../kit/command.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const root = join(import.meta.dirname, '../..');

describe('thawline api', () => {
  const runs = async (...words: string[]) => {
    const { terminal, said } = recordedTerminal();
    const code = await run(apiCommand({ terminal }), words, terminal);
    return { code, ...said };
  };

  for (const [name, document] of Object.entries(apis))
    it(`has ${name} as a document that is valid, stands in docs, and is printed as it stands`, async () => {
      const kept = readFileSync(join(root, `docs/${name}-api.json`), 'utf8');
      assert.deepEqual(
        JSON.parse(kept),
        JSON.parse(JSON.stringify(document())),
        'npx thawline api writes it anew',
      );
      const { valid, errors } = await new Validator().validate(JSON.parse(kept));
      assert.ok(valid, JSON.stringify(errors));
      const { code, out } = await runs('--print', name);
      assert.deepEqual([code, out], [0, kept]);
    });

  it('has every document named in the page for integrators', () => {
    const page = readFileSync(join(root, 'docs/integration.md'), 'utf8');
    for (const name of Object.keys(apis)) assert.ok(page.includes(`\`${name}-api.json\``), name);
  });

  it('writes all of them into a folder', async () => {
    const folder = temporaryFolder();
    try {
      const { code, out } = await runs('--into', folder.path);
      assert.equal(code, 0);
      for (const name of Object.keys(apis)) {
        assert.match(out, new RegExp(`${name}-api\\.json\\n`));
        JSON.parse(readFileSync(join(folder.path, `${name}-api.json`), 'utf8'));
      }
    } finally {
      folder.remove();
    }
  });

  it('refuses a name that it does not know, with those that it does', async () => {
    const { code, err } = await runs('--print', 'cards');
    assert.equal(code, 2);
    assert.match(err, /card-system/);
  });
});
