import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../../cli/preview/chromium.ts';
import { drawPreview } from '../../../cli/preview/preview.ts';
import { harbour } from '../../brand/harbour.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const demoBrand = fileURLToPath(new URL('../../../demo/brand.json', import.meta.url));

const surfaces = [
  ...['secure form of a link', 'chat', 'secure form in the chat', 'result'],
  ...['button on the bank’s page', 'chat on the bank’s page'],
].flatMap((surface) => [`${surface}, light`, `${surface}, dark`]);

describe('the sheet of a brand', function () {
  this.timeout(300_000);
  const { path, remove } = temporaryFolder();
  after(remove);

  it('shows every surface, light and dark, and another brand looks otherwise on each', async () => {
    const chromium = await findChromium(process.env);
    const drawn: Buffer[][] = [];
    for (const brandFile of [demoBrand, harbour]) {
      const folder = join(path, String(drawn.length));
      const shown: string[] = [];
      const { sheet } = await drawPreview({
        ...{ brandFile, folder, title: 'A bank', language: 'en', chromium },
        progress: (surface) => void shown.push(surface),
      });
      assert.deepEqual(shown, [...surfaces, 'text messages, light', 'telephone greeting, light']);
      const html = readFileSync(sheet, 'utf8');
      const files = [...html.matchAll(/<img src="([^"]+)"/g)].map(([, file = '']) => file);
      assert.equal(files.length, shown.length);
      drawn.push([...files, 'sheet.png'].map((file) => readFileSync(join(folder, file))));
    }
    const [first = [], second = []] = drawn;
    for (const [place, png] of first.entries()) {
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.ok(!png.equals(second[place] ?? png), `${place} is the same in both brands`);
    }
  });
});
