import assert from 'node:assert/strict';
import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import pino from 'pino';
import { chatPageRoutes } from '../../../bot/pages/chatPage.ts';
import { HttpServer } from '../../../kit/http/httpServer.ts';
import { compressed } from '../../../kit/pages/asset.ts';
import { testPages } from '../../browser/testPages.ts';

describe('the chat page as it is served', () => {
  let server: HttpServer;
  let url: string;

  before(async () => {
    const routes = [chatPageRoutes({ publicUrl: () => 'https://chat.example', pages: testPages })];
    server = new HttpServer({ log: pino({ level: 'silent' }), https: false, checks: {}, routes });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  });
  after(() => server.close());

  /** The answer as it is on the wire, since `fetch` would unpack it. */
  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
      request(`${url}${path}`, { headers }, resolve).on('error', reject).end();
    });
    return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
  }

  async function assets(): Promise<string[]> {
    const html = (await get('/')).body.toString();
    return [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
  }

  it('has a fresh nonce for every request, in the policy and on every script and style', async () => {
    const nonces = new Set<string>();
    for (let times = 0; times < 3; times++) {
      const { headers, body } = await get('/');
      const policy = String(headers['content-security-policy']);
      const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      assert.ok(Buffer.from(nonce, 'base64').length >= 16);
      const html = body.toString();
      const tags = html.match(/<(script|link rel="stylesheet")[^>]*>/g) ?? [];
      assert.equal(tags.length, 4);
      for (const tag of tags) assert.ok(tag.includes(`nonce="${nonce}"`), tag);
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 3);
  });

  it('allows nothing unsafe and nothing foreign', async () => {
    const { headers } = await get('/');
    const policy = String(headers['content-security-policy']);
    assert.doesNotMatch(policy, /unsafe|\*|data:|https:/);
    assert.match(policy, /^default-src 'none'; /);
    assert.match(policy, /connect-src 'self' wss:\/\/chat\.example;/);
    for (const name of ['base-uri', 'form-action']) {
      assert.ok(policy.includes(`${name} 'none'`), name);
    }
    assert.match(policy, /frame-ancestors 'self'$/);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.match(String(headers['permissions-policy']), /camera=\(\).*microphone=\(\)/);
  });

  it('says that it is connecting in the reader’s language, and what is needed in all', async () => {
    const sayings: [string, string, string][] = [
      ['zh-CN,zh;q=0.9', 'zh-Hans', '正在连接，请稍候…'],
      ['zh-HK', 'zh-Hant', '正在連線，請稍候…'],
      ['fr', 'en', 'Connecting, one moment please…'],
    ];
    for (const [wish, language, loading] of sayings) {
      const { headers, body } = await get('/', { 'Accept-Language': wish });
      const html = body.toString();
      assert.ok(html.includes(`<html lang="${language}">`));
      assert.ok(html.includes(loading));
      assert.match(html, /<noscript>.*请.*請.*Please.*<\/noscript>/s);
      assert.equal(headers['content-language'], language);
      assert.equal(headers.vary, 'Accept-Language, Accept-Encoding');
    }
  });

  it('comes with assets that are compressed and cached for good', async () => {
    const paths = await assets();
    assert.equal(paths.length, 3);
    for (const path of paths) {
      const plain = await get(path);
      const packed = await get(path, { 'Accept-Encoding': 'gzip, deflate, br' });
      assert.equal(plain.status, 200);
      assert.equal(plain.headers['content-encoding'], undefined);
      assert.equal(packed.headers['content-encoding'], 'br');
      assert.ok(brotliDecompressSync(packed.body).equals(plain.body));
      for (const { headers, body } of [plain, packed]) {
        assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
        assert.equal(headers.vary, 'Accept-Encoding');
        assert.equal(headers['content-length'], String(body.length));
        assert.match(
          String(headers['content-type']),
          /^(text\/(javascript|css); charset=utf-8|image\/svg\+xml)$/,
        );
      }
    }
  });

  it('is light: everything that is loaded before the first word stays under 90 kB with brotli', async () => {
    let size = 0;
    for (const path of await assets()) size += (await get(path, { 'Accept-Encoding': 'br' })).body.length;
    assert.ok(size < 90_000, String(size));
  });

  it('is whole on a process of another version, and whatever stands in the database runs nowhere else', async () => {
    const old = Buffer.from('/* the sheet of another version */');
    const path = '/assets/chat.AAAAAAAAAAAAAAAA.css';
    const found = { path, hash: '', contentType: 'text/css; charset=utf-8', encoded: compressed(old, 1) };
    const others = async (asked: string) => (asked === path ? found : undefined);
    const pages = Object.assign((page: string) => testPages(page), { others });
    const routes = [chatPageRoutes({ publicUrl: () => 'https://chat.example', pages })];
    const beside = new HttpServer({ log: pino({ level: 'silent' }), https: false, checks: {}, routes });
    const at = `http://127.0.0.1:${(await beside.listen('127.0.0.1', 0)).port}`;
    try {
      const own = await Promise.all((await assets()).map(async (one) => (await fetch(at + one)).status));
      assert.deepEqual([...new Set(own)], [200]);
      const answer = await fetch(at + path);
      assert.deepEqual([answer.status, await answer.text()], [200, old.toString()]);
      assert.match(String(answer.headers.get('content-security-policy')), /default-src 'none'; sandbox/);
      assert.equal((await fetch(`${at}/assets/chat.BBBBBBBBBBBBBBBB.css`)).status, 404);
    } finally {
      await beside.close();
    }
  });

  it('has nothing else under its assets', async () => {
    for (const path of ['/assets/chat.js', '/assets/..%2fpackage.json', '/assets/chat.0000000000000000.js']) {
      const { status, body } = await get(path);
      assert.equal(status, 404);
      assert.equal(JSON.parse(body.toString()).error.code, 'addressUnknown');
    }
  });
});
