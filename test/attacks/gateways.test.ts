import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { TextThread } from '../../demo/textThread.ts';
import type { Started } from '../bot/channels/directLine/directLineClient.ts';
import type { Thawline } from '../journeys/thawline.ts';
import { carrierOf, inProduction } from './production.ts';

/** What real gateways, clients and carriers send, to a service in production mode. */
describe('in front of a real gateway and real clients', () => {
  let thawline: Thawline;
  before(async () => {
    thawline = await inProduction();
  });
  after(() => thawline.close());

  const begins = async (headers: Record<string, string>) =>
    (await thawline.call('POST', '/webchat/token', { headers })).status;
  /** Begins conversations until the service says that it is enough. */
  async function exhaust(headers: (time: number) => Record<string, string>): Promise<number> {
    for (let time = 1; time <= 40; time++) if ((await begins(headers(time))) === 429) return time;
    return Number.POSITIVE_INFINITY;
  }

  /** The forms in which gateways write a client's address, each for two clients that must count as two. */
  const gateways: [what: string, header: string, one: (time: number) => string, other: string][] = [
    [
      'a port behind the address',
      'X-Forwarded-For',
      (time) => `203.0.113.1:${40_000 + time}`,
      '203.0.113.2:1',
    ],
    ['brackets and a port', 'X-Forwarded-For', (time) => `[2001:db8:1::${time}]:443`, '[2001:db8:2::1]:443'],
    ['Forwarded', 'Forwarded', (time) => `for="203.0.113.3:${40_000 + time}";proto=https`, 'for=203.0.113.4'],
    ['several trusted hops', 'X-Forwarded-For', () => '203.0.113.5, 127.0.0.1', '203.0.113.6, 127.0.0.1:81'],
  ];
  for (const [what, header, one, other] of gateways)
    it(`a customer behind a gateway is limited alone, and cannot shut out another: ${what}`, async () => {
      assert.equal(await exhaust((time) => ({ [header]: one(time) })), 31);
      assert.equal(await begins({ [header]: other }), 200);
    });

  it('a client that writes the other header beside the gateway’s is free nowhere', async () => {
    const claims = (time: number) => ({
      'X-Forwarded-For': '203.0.113.7',
      Forwarded: `for=${time % 2 ? '127.0.0.1' : `198.51.100.${time}`}`,
    });
    assert.equal(await exhaust(claims), 31);
  });

  it('HEAD is answered wherever GET is', async () => {
    for (const path of ['/', '/healthz', '/readyz', '/embed.js', '/s/none']) {
      const asked = await fetch(`${thawline.url}${path}`);
      await asked.arrayBuffer();
      const { status, headers } = await fetch(`${thawline.url}${path}`, { method: 'HEAD' });
      assert.deepEqual(
        [status, headers.get('content-type')],
        [asked.status, asked.headers.get('content-type')],
        path,
      );
    }
  });

  it('an offer of HTTP/2 is ignored', async () => {
    const { port } = new URL(thawline.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n' +
        'HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n',
    );
    const [answer] = await once(socket, 'data');
    assert.match(String(answer), /^HTTP\/1\.1 200 /);
    socket.destroy();
  });

  it('a sender that is no telephone number is answered, in one conversation', async () => {
    for (const from of ['whatsapp:US.13491208655302741918', '24365', 'BANKINFO']) {
      const thread = new TextThread(carrierOf(thawline), from);
      const [first] = await thread.send('my card does not work');
      assert.ok(first, from);
      assert.deepEqual(thread.problems, []);
    }
  });

  describe('on Direct Line', () => {
    let started: Started;
    before(async () => {
      started = await thawline.start({ 'X-Forwarded-For': '203.0.113.8' });
    });

    it('an activity that nobody reads is taken, and an event may have any name', async () => {
      for (const body of [
        { type: 'endOfConversation', from: { id: 'u' } },
        { type: 'event', name: '页面就绪' },
      ]) {
        const { status, body: taken } = await thawline.post(started, body);
        assert.equal(status, 200);
        assert.ok(taken.id);
      }
    });

    it('a watermark of elsewhere replays from the beginning', async () => {
      const all = await thawline.activities(started);
      assert.ok(all.length > 0);
      for (const watermark of ['-', '4711']) {
        assert.equal((await thawline.activities(started, watermark)).length, all.length);
      }
    });

    it('15,000 levels of JSON and lone surrogates are answered, and the service lives', async () => {
      const deep = `{"type":"message","text":"hi","value":${'['.repeat(15_000)}${']'.repeat(15_000)}}`;
      assert.ok([200, 400, 413].includes((await thawline.post(started, deep)).status));
      const lone = '{"type":"message","text":"\\ud800 hello \\udc00","from":{"id":"\\ud800"}}';
      assert.equal((await thawline.post(started, lone)).status, 200);
      assert.equal((await thawline.post(started, { type: 'event', name: '\ud800' })).status, 400);
      assert.equal((await thawline.call('GET', '/readyz')).status, 200);
      assert.ok(!JSON.stringify(await thawline.texts(started)).includes('\\ud800'));
    });
  });
});
