import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import pino from 'pino';
import type { Server } from 'restify';
import { UnfreezeError } from '../../../kit/errors.ts';
import { HttpServer } from '../../../kit/http/httpServer.ts';
import { Lifetime } from '../../../kit/http/lifetime.ts';

describe('the HTTP server', () => {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const broken = { database: false, card: false, closed: false };
  let server: HttpServer;
  let url: string;
  let release: () => void;

  const routes = (restify: Server) => {
    restify.get(
      '/s/:token',
      async (_request: unknown, response: { json(status: number, body: object): void }) => {
        response.json(200, {});
      },
    );
    restify.get('/breaks', async () => {
      throw new Error('secret 4111111111111111');
    });
    restify.get('/refuses', async () => {
      throw new UnfreezeError('storeUnavailable', 'the reason that stays inside');
    });
    restify.get(
      '/slow',
      async (_request: unknown, response: { json(status: number, body: object): void }) => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        response.json(200, { late: true });
      },
    );
    restify.get('/says-nothing', async () => {});
  };

  function create(): HttpServer {
    return new HttpServer({
      log,
      https: true,
      checks: {
        needed: {
          database: async () => {
            if (broken.database) throw new Error('no database');
          },
          keys: async () => {},
        },
        beside: {
          bank: async () => {
            if (broken.card) throw new Error('no bank');
          },
        },
      },
      isOpen: () => {
        if (broken.closed) throw new UnfreezeError('keysForeign', 'the reason that stays inside');
      },
      routes: [routes],
    });
  }

  beforeEach(async () => {
    lines.length = 0;
    server = create();
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  });
  afterEach(() => server.close());

  it('is alive', async () => {
    const response = await fetch(`${url}/healthz`);
    assert.deepEqual([response.status, await response.json()], [200, { status: 'ok' }]);
  });

  it('is ready only while everything it needs can be used', async () => {
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    broken.database = true;
    const response = await fetch(`${url}/readyz`);
    broken.database = false;
    assert.equal(response.status, 503);
    assert.deepEqual(await response.json(), {
      status: 'notReady',
      checks: { database: 'failing', keys: 'ok', bank: 'ok' },
    });
  });

  it('is degraded, and stays in service, while only what stands beside it cannot be used', async () => {
    broken.card = true;
    const response = await fetch(`${url}/readyz`);
    broken.card = false;
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), {
      status: 'degraded',
      checks: { database: 'ok', keys: 'ok', bank: 'failing' },
    });
  });

  it('says how far its service is, and keeps no connection when that ends', async () => {
    const lifetime = new Lifetime();
    const own = new HttpServer({ log, https: false, lifetime, routes: [] });
    const port = (await own.listen('127.0.0.1', 0)).port;
    const asked = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      const { status } = (await response.json()) as { status: string };
      return [response.status, status, response.headers.get('connection')];
    };
    try {
      assert.deepEqual(await asked('/healthz'), [200, 'ok', 'keep-alive']);
      assert.deepEqual(await asked('/startupz'), [503, 'starting', 'keep-alive']);
      assert.deepEqual(await asked('/readyz'), [503, 'starting', 'keep-alive']);
      lifetime.serves({ needed: { all: async () => {} } });
      assert.deepEqual(await asked('/startupz'), [200, 'started', 'keep-alive']);
      assert.deepEqual(await asked('/readyz'), [200, 'ready', 'keep-alive']);
      lifetime.stops();
      assert.deepEqual(await asked('/startupz'), [200, 'started', 'close']);
      assert.deepEqual(await asked('/readyz'), [503, 'stopping', 'close']);
      assert.deepEqual(await asked('/healthz'), [200, 'ok', 'close'], 'it is not to be killed');
    } finally {
      await own.close();
    }
  });

  it('shows its metrics to nobody where another port does', async () => {
    const own = new HttpServer({ log, https: false, showsMetrics: false, routes: [] });
    const { port } = await own.listen('127.0.0.1', 0);
    assert.equal((await fetch(`http://127.0.0.1:${port}/metrics`)).status, 404);
    assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 200);
    await own.close();
  });

  it('answers nobody while it is closed, but who asks how it stands', async () => {
    broken.closed = true;
    try {
      for (const path of ['/s/token', '/nothing', '/healthz/../s/token']) {
        const response = await fetch(url + path);
        assert.equal(response.status, 503, path);
        assert.doesNotMatch(await response.text(), /reason that stays/);
      }
      for (const path of ['/healthz', '/startupz', '/readyz', '/readyz?full', '/metrics'])
        assert.equal((await fetch(url + path)).status, 200, path);
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.write('GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
      const [answer] = await once(socket, 'data');
      assert.match(String(answer), /^HTTP\/1\.1 503 /);
      socket.destroy();
    } finally {
      broken.closed = false;
    }
    assert.equal((await fetch(`${url}/s/token`)).status, 200);
  });

  it('sets its security headers on every answer, and names no software', async () => {
    for (const path of ['/healthz', '/nothing', '/breaks']) {
      const { headers } = await fetch(url + path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000');
      assert.equal(headers.get('server'), null);
      assert.equal(headers.get('x-powered-by'), null);
    }
  });

  const refusals: [string, string, number, string][] = [
    ['GET', '/nothing', 404, 'addressUnknown'],
    ['GET', '/%zz', 404, 'addressUnknown'],
    ['GET', '//healthz', 404, 'addressUnknown'],
    ['POST', '/healthz', 405, 'methodNotAllowed'],
    ['GET', '/breaks', 500, 'internal'],
    ['GET', '/refuses', 503, 'storeUnavailable'],
    ['GET', '/says-nothing', 500, 'internal'],
  ];
  for (const [method, path, status, code] of refusals) {
    it(`answers ${method} ${path} with ${status} ${code} in the one form, whatever is accepted`, async () => {
      for (const accept of ['application/json', 'text/html', 'text/plain', '*/*']) {
        const response = await fetch(url + path, { method, headers: { Accept: accept } });
        const body = (await response.json()) as { error: { code: string; message: string } };
        assert.deepEqual([response.status, body.error.code], [status, code]);
        assert.equal(response.headers.get('content-type'), 'application/json');
        assert.doesNotMatch(JSON.stringify(body), /4111|reason that stays|\/nothing/);
      }
    });
  }

  it('logs an error of its own without digits that may be a secret', async () => {
    await fetch(`${url}/breaks`);
    const line = JSON.parse(lines.find((text) => text.includes('a request failed')) ?? '{}');
    assert.equal(line.err.message, 'secret [digits]');
    assert.equal(line.route, '/breaks');
  });

  it('logs and counts requests by their route, without addresses, queries or tokens', async () => {
    await fetch(`${url}/s/opensesame?watermark=tellnobody`, { headers: { Authorization: 'Bearer hush' } });
    await fetch(`${url}/nothing/opensesame`);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    assert.match(metrics, /thawline_http_requests_total\{method="GET",route="\/s\/:token",status="200"\} 1/);
    assert.match(metrics, /route="none",status="404"/);
    assert.match(metrics, /process_cpu_seconds_total/);
    assert.doesNotMatch(metrics + lines.join(), /opensesame|tellnobody|hush/);
    assert.ok(lines.some((line) => line.includes('"route":"/s/:token"')));
  });

  it('answers an upgrade that nobody takes with 404', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    const [answer] = await once(socket, 'data');
    assert.match(String(answer), /^HTTP\/1\.1 404 /);
    socket.destroy();
  });

  /** What a client gets that asks in its own words, and lets the connection end. */
  async function raw(lines: string): Promise<string> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (text) => {
      answer += text;
    });
    socket.write(`${lines}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    await once(socket, 'close');
    return answer;
  }

  it('answers HEAD wherever GET is, with the same head and no body', async () => {
    for (const path of ['/healthz', '/readyz', '/s/token', '/refuses', '/nothing']) {
      const asked = await fetch(url + path);
      const head = await fetch(url + path, { method: 'HEAD' });
      const seen = ({ status, headers }: Response) => [
        status,
        headers.get('content-type'),
        headers.get('content-length'),
        headers.get('cache-control'),
        headers.get('x-content-type-options'),
      ];
      assert.deepEqual(seen(head), seen(asked), path);
      assert.match(await raw(`HEAD ${path} HTTP/1.1`), /\r\n\r\n$/);
    }
  });

  it('ignores an offer to upgrade to what is no WebSocket, and answers as if there were none', async () => {
    const offers = ['h2c', 'TLS/1.0, HTTP/1.1', 'websocket-2', 'h2c, websocket'];
    for (const offer of offers) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.write(
        `GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: ${offer}\r\n` +
          'HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n',
      );
      const [answer] = await once(socket, 'data');
      assert.match(String(answer), /^HTTP\/1\.1 200 OK[\s\S]*\{"status":"ok"\}/, offer);
      socket.destroy();
    }
  });

  it('reads the body of a request that offers an upgrade, and the next request on its connection', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'POST /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\n{}',
    );
    const [refused] = await once(socket, 'data');
    assert.match(String(refused), /^HTTP\/1\.1 405 [\s\S]*^Allow: GET, HEAD\r$/m);
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    const [answer] = await once(socket, 'data');
    assert.match(String(answer), /^HTTP\/1\.1 200 /);
    socket.destroy();
  });

  it('answers what is no HTTP with 400, and lives', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('\u0016\u0003\u0001 hello\r\n\r\n');
    const [answer] = await once(socket, 'data');
    assert.match(String(answer), /^HTTP\/1\.1 400 /);
    socket.destroy();
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
  });

  it('says which address and port it cannot have, and why', async () => {
    const port = Number(new URL(url).port);
    await assert.rejects(create().listen('127.0.0.1', port), (error: UnfreezeError) => {
      assert.equal(error.code, 'settingsInvalid');
      assert.match(error.message, new RegExp(`127\\.0\\.0\\.1, port ${port}: another program`));
      return true;
    });
    await assert.rejects(create().listen('192.0.2.1', 0), {
      code: 'settingsInvalid',
      message: /192\.0\.2\.1.*no such address/,
    });
  });

  it('lets an answer under way finish when it closes, and takes no new request', async () => {
    const answer = fetch(`${url}/slow`, { headers: { Connection: 'close' } });
    while (release === undefined) await fetch(`${url}/healthz`);
    const closed = server.close();
    release();
    assert.deepEqual(await (await answer).json(), { late: true });
    await closed;
    await assert.rejects(fetch(`${url}/healthz`));
  });

  it('ends after a few seconds a connection that never ends by itself', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await fetch(`${url}/healthz`);
    const begun = Date.now();
    await server.close();
    assert.ok(Date.now() - begun < 6000);
    socket.destroy();
  });
});
