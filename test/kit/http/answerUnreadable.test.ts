import assert from 'node:assert/strict';
import pino from 'pino';
import type { Request, Response, Server } from 'restify';
import { problemForm } from '../../../kit/http/errorAnswers.ts';
import { HttpServer, type TimeLimits } from '../../../kit/http/httpServer.ts';
import { jsonBody } from '../../../kit/http/jsonBody.ts';
import { type RawAnswer, rawRequest } from './rawRequest.ts';

describe('the HTTP server, given what no route can be asked', () => {
  let server: HttpServer;
  let url: string;
  /** What reached a route. */
  let taken: unknown[];

  const routes = (restify: Server) => {
    restify.post('/takes', async (request: Request, response: Response) => {
      taken.push(await jsonBody(request, 100));
      response.json(200, {});
    });
  };
  async function opens(timeLimits: Partial<TimeLimits> = {}): Promise<void> {
    taken = [];
    const log = pino({ level: 'silent' });
    server = new HttpServer({
      log,
      https: false,
      checks: { needed: {} },
      routes: [routes],
      errors: problemForm,
      timeLimits,
    });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  }
  beforeEach(() => opens());
  afterEach(() => server.close());

  function assertProblem({ status, body, raw }: RawAnswer, expected: number, code: string): void {
    assert.deepEqual([status, body.code, body.status], [expected, code, expected], raw);
    assert.match(raw, /^Content-Type: application\/problem\+json\r$/m);
    assert.match(raw, /^Connection: close\r$/m);
    assert.deepEqual(taken, []);
  }
  const post = (headers: string[], body = '') =>
    ['POST /takes HTTP/1.1', 'Host: x', 'Content-Type: application/json', ...headers, '', body].join('\r\n');

  const unreadable: [string, string][] = [
    ['no HTTP', '\u0016\u0003\u0001\r\n\r\n'],
    ['an unknown method', 'TAKE / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['HTTP/3.7', 'GET / HTTP/3.7\r\nHost: x\r\n\r\n'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a length and chunks', post(['Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n')],
    ['chunks and a length', post(['Transfer-Encoding: chunked', 'Content-Length: 5'], '0\r\n\r\n')],
    ['two lengths', post(['Content-Length: 2', 'Content-Length: 3'], '{}')],
    ['a list of lengths', post(['Content-Length: 2, 2'], '{}')],
    ['a signed length', post(['Content-Length: +2'], '{}')],
    ['a negative length', post(['Content-Length: -2'], '{}')],
    ['a length in hexadecimal', post(['Content-Length: 0x2'], '{}')],
    ['a coding after chunked', post(['Transfer-Encoding: chunked, identity'], '0\r\n\r\n')],
    ['chunked in disguise', post(['Transfer-Encoding: xchunked'], '0\r\n\r\n')],
    ['a coding twice', post(['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], '0\r\n\r\n')],
    ['a chunk of no size', post(['Transfer-Encoding: chunked'], 'z\r\n\r\n')],
    ['a space before the colon', post(['Content-Length : 2'], '{}')],
    ['a header that goes on in the next line', post(['X: a', ' b', 'Content-Length: 2'], '{}')],
    ['a NUL in a header', post(['X: a\u0000b', 'Content-Length: 2'], '{}')],
    ['a line that ends in CR alone', 'GET /healthz HTTP/1.1\rHost: x\r\r'],
  ];
  for (const [what, bytes] of unreadable) {
    it(`refuses ${what} with 400, before any route`, async () => {
      const answer = await rawRequest(url, bytes, true);
      assert.equal(answer.status, 400, answer.raw);
      assert.deepEqual(taken, []);
      if (what !== 'no Host') assertProblem(answer, 400, 'requestUnreadable');
    });
  }

  it('refuses headers of a megabyte with 431', async () => {
    assertProblem(await rawRequest(url, post([`X: ${'x'.repeat(1_000_000)}`])), 431, 'headersTooLarge');
  });

  it('ends a request whose sender has closed its half in the middle', async () => {
    const { status } = await rawRequest(url, post(['Content-Length: 50'], '{"half":'), true);
    assert.equal(status, 400);
    assert.deepEqual(taken, []);
  });

  it('answers a whole request whose sender has closed its half', async () => {
    const { status } = await rawRequest(url, post(['Content-Length: 2'], '{}'), true);
    assert.equal(status, 200);
    assert.deepEqual(taken, [{}]);
  });

  it('gives a request that was taken no answer that belongs to what came behind it', async () => {
    const behind = post(['Content-Length: 2', 'Content-Length: 3'], '{}');
    const { raw } = await rawRequest(url, post(['Content-Length: 2'], `{}${behind}`));
    assert.equal(raw, '');
  });

  for (const header of ['Host: y', 'Authorization: b', 'Content-Type: text/plain', 'Idempotency-Key: b']) {
    it(`refuses a request with a second ${header.split(':')[0]}`, async () => {
      const first = ['Authorization: a', 'Idempotency-Key: a', 'Connection: close', 'Content-Length: 2'];
      const { status, body } = await rawRequest(url, post([...first, header], '{}'));
      assert.deepEqual([status, body.code], [400, 'headerRepeated']);
      assert.deepEqual(taken, []);
    });
  }

  describe('with little patience', () => {
    beforeEach(async () => {
      await server.close();
      await opens({ headers: 30, request: 60, look: 10 });
    });

    it('ends a body that comes too slowly with 408', async () => {
      assertProblem(await rawRequest(url, post(['Content-Length: 50'], '{"half":')), 408, 'requestTooSlow');
      assertProblem(
        await rawRequest(url, post(['Transfer-Encoding: chunked'], '8\r\n{"h')),
        408,
        'requestTooSlow',
      );
    });

    it('ends headers that never end, and a connection on which nothing comes, with 408', async () => {
      assertProblem(await rawRequest(url, 'GET /healthz HTTP/1.1\r\nHost: x\r\n'), 408, 'requestTooSlow');
      assertProblem(await rawRequest(url, ''), 408, 'requestTooSlow');
    });
  });
});
