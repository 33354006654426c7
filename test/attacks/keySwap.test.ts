import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { TextThread } from '../../demo/textThread.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import type { Thawline } from '../journeys/thawline.ts';
import { carrierOf, inProduction } from './production.ts';

const customers = 6;
const swaps = 8;

describe('a key file that is swapped and swapped back under load', () => {
  let thawline: Thawline;
  before(async () => {
    thawline = await inProduction();
  });
  after(() => thawline.close());

  it('stops every answer and every write while it is another, and leaves a trail and conversations that hold', async () => {
    const keysFile = join(thawline.folder, 'keys.json');
    const own = join(thawline.folder, 'own.json');
    const other = join(thawline.folder, 'other.json');
    copyFileSync(keysFile, own);
    KeyRing.create(other, 'production');
    /** Puts a file in place at once, as an orchestrator does, or in two steps, as an editor does. */
    const puts = (file: string, atOnce: boolean) => {
      if (!atOnce) return writeFileSync(keysFile, readFileSync(file));
      copyFileSync(file, `${keysFile}.new`);
      renameSync(`${keysFile}.new`, keysFile);
    };

    let isRunning = true;
    const statuses = new Map<number, number>();
    const counted = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const talks = async (customer: number) => {
      const headers = { 'X-Forwarded-For': `203.0.113.${customer + 1}` };
      while (isRunning) {
        const token = await thawline.call('POST', '/webchat/token', { headers });
        counted(token.status);
        if (token.status !== 200) continue;
        const begun = await thawline.call('POST', '/v3/directline/conversations', {
          token: String(token.body.token),
          headers,
        });
        counted(begun.status);
        await setTimeout(1500);
      }
    };
    const writes = async (customer: number) => {
      const thread = new TextThread(carrierOf(thawline), `+1202555${1000 + customer}`);
      while (isRunning) {
        await thread.send(`my card ending ${1000 + customer}`).catch(() => {});
        await setTimeout(1000);
      }
    };
    const load = [
      ...Array.from({ length: customers }, (_, customer) => talks(customer)),
      ...Array.from({ length: customers }, (_, customer) => writes(customer)),
    ];
    try {
      for (let swap = 0; swap < swaps; swap++) {
        await setTimeout(300);
        puts(other, swap % 2 === 0);
        assert.equal((await thawline.call('GET', '/readyz')).status, 503);
        assert.equal((await thawline.call('POST', '/webchat/token')).status, 503);
        await setTimeout(200);
        puts(own, swap % 2 === 0);
        assert.equal((await thawline.call('GET', '/readyz')).status, 200);
      }
    } finally {
      isRunning = false;
      await Promise.all(load);
    }
    assert.ok((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0) > 0, JSON.stringify([...statuses]));
    assert.deepEqual(
      [...statuses.keys()].filter((status) => ![200, 201, 429, 503].includes(status)),
      [],
    );
    assert.equal(await thawline.down(), 0);
    const { code, err } = await thawline.run('cli/thawline.ts', ['audit', 'verify']);
    assert.equal(code, 0, err);
    const lacking = await thawline.run('cli/thawline.ts', ['cards', 'list'], { KEYS_FILE: 'other.json' });
    assert.equal(lacking.code, 2, 'the database rests on its own keys alone');
  }).timeout(90_000);
});
