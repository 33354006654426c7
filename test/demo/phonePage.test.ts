import assert from 'node:assert/strict';
import pino from 'pino';
import { Carrier } from '../../demo/carrier.ts';
import type { PhoneView } from '../../demo/contract/simulatedCall.ts';
import type { ThreadView } from '../../demo/contract/simulatedMessages.ts';
import { Handsets } from '../../demo/handsets.ts';
import { phonePage } from '../../demo/phonePage.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import { testPages } from '../browser/testPages.ts';

describe('the telephone in the browser as it is served', () => {
  let server: HttpServer;
  let url: string;
  let handsets: Handsets;

  before(async () => {
    const send = async (to: Parameters<typeof fetch>[0]) =>
      new Response(
        String(to).endsWith('/twilio/messages')
          ? '<Response><Message>Hello</Message></Response>'
          : '<Response><Gather><Say>Hi</Say></Gather></Response>',
      );
    const publicUrl = () => 'https://bank.example';
    const carrier = new Carrier({ accountSid: 'AC0', token: 'token', publicUrl, send });
    const callers = [{ name: 'O"Neil <b>', number: '+12025550101' }];
    handsets = new Handsets(carrier);
    const routes = [
      phonePage({ carrier, handsets, callers, publicUrl, pages: testPages, clock: () => new Date() }),
    ];
    server = new HttpServer({ log: pino({ level: 'silent' }), https: false, checks: {}, routes });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  });
  after(() => server.close());

  const view = async (answer: Promise<Response>) => (await (await answer).json()) as PhoneView;
  const post = (path: string, body: unknown, type = 'application/json') =>
    fetch(`${url}${path}`, { method: 'POST', headers: { 'Content-Type': type }, body: JSON.stringify(body) });

  it('has a policy without anything unsafe, and files that it can load', async () => {
    const response = await fetch(`${url}/phone`, { headers: { 'Accept-Language': 'zh-TW' } });
    const html = await response.text();
    assert.doesNotMatch(response.headers.get('content-security-policy') ?? 'unsafe', /unsafe|\*|data:/);
    assert.match(html, /<html lang="zh-Hant">/);
    assert.ok(html.includes('O\\&quot;Neil &lt;b&gt;'));
    for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      assert.equal((await fetch(`${url}${path}`)).status, 200, path);
    }
  });

  it('makes calls, and tells what is heard since the last look only', async () => {
    const dialled = await view(post('/phone/calls', { from: null }));
    assert.equal(dialled.heard.length, 1);
    assert.deepEqual(dialled.gathering, {
      keys: true,
      words: false,
      language: 'en-US',
      timeout: 5,
      count: 0,
    });
    const pressed = await view(post(`/phone/calls/${dialled.id}/events`, { what: 'key', key: '1' }));
    assert.deepEqual([pressed.heard.length, pressed.gathering?.count], [0, 1]);
    const over = await view(post(`/phone/calls/${dialled.id}/events`, { what: 'hangUp' }));
    assert.equal(over.state, 'ended');
  });

  it('refuses what is no call, no event, or sent by another page without leave', async () => {
    assert.equal((await post('/phone/calls', {})).status, 400);
    assert.equal((await post('/phone/calls/unknown/events', { what: 'hangUp' })).status, 404);
    assert.equal((await post('/phone/calls', { from: null }, 'text/plain')).status, 415);
    const { id } = await view(post('/phone/calls', { from: null }));
    for (const event of [{ what: 'key', key: '12' }, { what: 'key', key: 'a' }, { what: 'explode' }, null]) {
      assert.equal((await post(`/phone/calls/${id}/events`, event)).status, 400);
    }
  });

  const look = async (more: object): Promise<ThreadView> =>
    (await (await post('/phone/messages/look', { ...liNas, after: 0, ...more })).json()) as ThreadView;
  const liNas = { number: '+12025550101', app: 'sms' };

  it('shows what the bank sends to a number, on that telephone and in its messages alone', async () => {
    await handsets.send({ to: liNas.number, body: 'Your card was unfrozen.' });
    const messages = [{ place: 1, from: 'bank', text: 'Your card was unfrozen.' }];
    assert.deepEqual(await look({}), { messages, document: '', problems: [] });
    assert.deepEqual((await look({ after: 1 })).messages, []);
    assert.deepEqual((await look({ app: 'whatsApp' })).messages, []);
    assert.deepEqual((await look({ number: '+12025550102' })).messages, []);
  });

  it('writes a message, and shows it with its answer', async () => {
    const app = 'whatsApp';
    assert.equal((await post('/phone/messages', { ...liNas, app, words: 'hi' })).status, 204);
    const { messages, document, problems } = await look({ app });
    assert.deepEqual(
      messages.map(({ from, text }) => [from, text]),
      [
        ['customer', 'hi'],
        ['bank', 'Hello'],
      ],
    );
    assert.match(document, /<Message>Hello/);
    assert.deepEqual(problems, []);
  });

  it('refuses a number or a message that is none', async () => {
    const wrong = [
      { number: '12025550101' },
      { number: `+1${'2'.repeat(30)}` },
      { app: 'fax' },
      { words: '' },
    ];
    for (const more of wrong) {
      assert.equal((await post('/phone/messages', { ...liNas, words: 'hi', ...more })).status, 400);
    }
    assert.equal((await post('/phone/messages/look', { ...liNas, after: -1 })).status, 400);
  });
});
