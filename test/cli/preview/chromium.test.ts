import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../../cli/preview/chromium.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('the Chromium that a brand is drawn with', () => {
  const { path, remove } = temporaryFolder();
  after(remove);
  const none = async () => undefined;
  const program = (name: string) => {
    const file = join(path, name);
    writeFileSync(file, '');
    chmodSync(file, 0o700);
    return file;
  };

  it('is the one that CHROME_PATH names', async () => {
    const named = program('mine');
    assert.equal((await findChromium({ CHROME_PATH: named }, none)).program, named);
    await assert.rejects(
      findChromium({ CHROME_PATH: join(path, 'nothing') }, none),
      /^UnfreezeError: CHROME_PATH: there is no .*nothing$/,
    );
  });

  it('is that of the packages for development before one of the system’s', async () => {
    const packed = { program: 'packed', options: [], environment: {} };
    const system = program('google-chrome');
    assert.equal((await findChromium({ PATH: path }, async () => packed)).program, 'packed');
    assert.equal((await findChromium({ PATH: path }, none)).program, system);
  });

  it('is missing in words that say what to install', async () => {
    await assert.rejects(
      findChromium({ PATH: join(path, 'empty') }, none),
      /no Chromium was found.*npm ci.*apt-get install chromium.*CHROME_PATH/,
    );
  });
});
