import assert from 'node:assert/strict';
import pino from 'pino';
import { embedScript } from '../../../bot/pages/embedScript.ts';
import { HttpServer } from '../../../kit/http/httpServer.ts';
import { testPages } from '../../browser/testPages.ts';

describe('the script that embeds the chat', () => {
  let server: HttpServer;
  let url: string;

  before(async () => {
    const routes = [embedScript(testPages)];
    server = new HttpServer({ log: pino({ level: 'silent' }), https: false, checks: {}, routes });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  });
  after(() => server.close());

  it('may be loaded by pages of other origins, and is asked for again after an hour', async () => {
    const response = await fetch(`${url}/embed.js`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(response.headers.get('cache-control'), 'public, max-age=3600');
    const { status } = await fetch(`${url}/embed.js`, {
      headers: { 'If-None-Match': String(response.headers.get('etag')) },
    });
    assert.equal(status, 304);
  });

  it('is small: under 5 kB with brotli', async () => {
    const response = await fetch(`${url}/embed.js`, { headers: { 'Accept-Encoding': 'br' } });
    assert.equal(response.headers.get('content-encoding'), 'br');
    assert.ok(Number(response.headers.get('content-length')) < 5_000);
  });
});
