import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { botSettingsShape } from '../bot/config.ts';
import { processorSettingsShape } from '../services/config.ts';
import { configurationPage } from './configuration.ts';

const { CONFIGURATION_DIR } = process.env;
const folder = CONFIGURATION_DIR ?? fileURLToPath(new URL('../docs', import.meta.url));

describe('the page of all settings', () => {
  it('is what the programs read, with the words of .env.example', () => {
    const file = join(folder, 'configuration.md');
    const page = configurationPage();
    if (CONFIGURATION_DIR !== undefined) writeFileSync(file, page);
    assert.equal(readFileSync(file, 'utf8'), page, 'npm run configuration makes it anew');
    assert.doesNotMatch(page, /\| nobody \|/, '.env.example names a setting that nobody reads');
    for (const name of Object.keys({ ...botSettingsShape, ...processorSettingsShape }))
      assert.ok(name === 'NODE_TLS_REJECT_UNAUTHORIZED' || page.includes(`| \`${name}\``), name);
  });
});
