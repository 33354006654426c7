import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import WebSocket from 'ws';
import { Conversation } from './conversation.ts';
import { Thawline } from './thawline.ts';

/** Longer than any test may last, so that what ends is ended by something else. */
const settings = { STOP_GRACE: 'PT10M', MANAGEMENT_PORT: '0' };

describe('a service that ends while it is used', function () {
  this.timeout(60_000);
  let thawline: Thawline;
  before(async () => {
    thawline = await Thawline.started(settings);
  });
  after(() => thawline.close());

  const stands = async (url: string) => (await (await fetch(`${url}/readyz`)).json()) as { status: string };
  const until = async (url: string, status: string) => {
    while ((await stands(url)).status !== status) await setImmediate();
  };

  it('shows its figures on a port of its own alone, and how it stands on both', async () => {
    const { managementUrl } = thawline.bot;
    assert.equal((await fetch(`${thawline.url}/metrics`)).status, 404);
    assert.match(await (await fetch(`${managementUrl}/metrics`)).text(), /^thawline_http_requests_total/m);
    for (const url of [thawline.url, managementUrl])
      for (const path of ['/healthz', '/startupz', '/readyz'])
        assert.equal((await fetch(url + path)).status, 200, path);
    assert.equal((await fetch(managementUrl)).status, 404, 'it serves nothing else');
  });

  it('loses nothing that was said in the grace, where it is killed in it', async () => {
    const conversation = await Conversation.with(thawline);
    thawline.bot.signal('SIGTERM');
    await until(thawline.url, 'stopping');
    await conversation.say('help');
    const said = await thawline.activities(conversation.started);
    await thawline.kill();
    await thawline.up(settings);
    assert.deepEqual(await thawline.activities(conversation.started), said);
    assert.ok((await conversation.say('help')).length > 0);
  });

  it('is not ready but answers, then sends its streams away, and is told twice to end at once', async () => {
    const conversation = await Conversation.with(thawline);
    const stream = new WebSocket(conversation.started.streamUrl);
    await once(stream, 'message');
    thawline.bot.signal('SIGTERM');
    await until(thawline.url, 'stopping');
    assert.equal((await fetch(`${thawline.bot.managementUrl}/healthz`)).status, 200);
    assert.ok((await conversation.say('help')).length > 0, 'a turn in the grace');
    const closed = once(stream, 'close');
    assert.equal(await thawline.down(), 0, 'the second signal does not wait for the grace');
    assert.equal((await closed)[0], 1012);
  });
});

describe('a service whose database is not up yet', function () {
  this.timeout(60_000);
  it('says on its management port that it lives and has not started, and ends when it is told to', async () => {
    const thawline = Thawline.installed({
      ...settings,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      START_PATIENCE: 'PT10M',
    });
    try {
      const up = assert.rejects(thawline.botUp(), /did not start/);
      await thawline.bot.logs('waiting for it');
      const { managementUrl } = thawline.bot;
      const statuses = ['/healthz', '/startupz', '/readyz', '/metrics'].map(
        async (path) => (await fetch(managementUrl + path)).status,
      );
      assert.deepEqual(await Promise.all(statuses), [200, 503, 503, 200]);
      assert.equal(await thawline.bot.end('SIGTERM'), 143);
      await up;
    } finally {
      await thawline.close();
    }
  });
});
