import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { TransitService } from '../services/keeping/transitService.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { Thawline } from './thawline.ts';

describe('a service whose keys a transit service keeps', function () {
  this.timeout(180_000);
  const folder = temporaryFolder();
  let service: TransitService;
  let thawline: Thawline;
  before(async () => {
    service = await TransitService.started();
    const tokenFile = join(folder.path, 'token');
    writeFileSync(tokenFile, service.token);
    thawline = await Thawline.started({ KEYS_TRANSIT_URL: service.url, KEYS_TRANSIT_TOKEN_FILE: tokenFile });
  });
  after(async () => {
    await thawline.close();
    await service.close();
    folder.remove();
  });

  /** Waits until the service says so, for the time of two looks at most. */
  async function becomes(status: number, said: string): Promise<void> {
    for (let tries = 0; tries < 120; tries++) {
      const answer = await thawline.call('GET', '/readyz');
      if (answer.status === status && answer.body.status === said) return;
      await setTimeout(500);
    }
    assert.fail(`it never was ${said}`);
  }

  it('starts, says when that one is away, ends at once when it refuses, and goes on when it opens again', async () => {
    const text = readFileSync(join(thawline.folder, 'data/keys.json'), 'utf8');
    assert.match(text, /"wrapped": "vault:v1:/);
    assert.doesNotMatch(text, /indexKey|auditKey/);
    await becomes(200, 'ready');
    service.mood = 503;
    await becomes(200, 'degraded');
    assert.equal((await thawline.call('POST', '/webchat/token')).status, 200, 'the keys are open');
    service.mood = 403;
    await becomes(503, 'notReady');
    assert.equal((await thawline.call('POST', '/webchat/token')).status, 503);
    service.mood = 'well';
    await becomes(200, 'ready');
    service.rotate();
    const { code, err } = await thawline.run('cli/thawline.ts', ['keys', 'wrap']);
    assert.equal(code, 0, err);
    service.opensFrom(2);
    await becomes(200, 'ready');
    assert.equal(await thawline.down(), 0);
    const refused = await thawline.run('cli/thawline.ts', ['cards', 'list'], { KEYS_TRANSIT_URL: '' });
    assert.equal(refused.code, 1);
    assert.match(refused.err, /KEYS_TRANSIT_URL must name that/);
    service.mood = 403;
    const shut = await thawline.run('cli/thawline.ts', ['cards', 'list']);
    assert.equal(shut.code, 1);
    assert.match(shut.err, /refuses to decrypt \(403\)/);
    assert.ok(existsSync(join(thawline.folder, 'data/thawline.db')));
  });
});
