// Guards a secret: the bank’s own program is handed none of our settings.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fetchOverTls } from '../../../kit/http/tls/fetchOverTls.ts';
import type { AuditAnchor } from '../../../services/audit/auditAnchor.ts';
import { handTo, postTo } from '../../../services/audit/takeAway.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const line = '{"number":7}';
const anchor: AuditAnchor = {
  number: 7,
  hash: 'h'.repeat(43),
  at: '2026-11-24T08:00:00.000Z',
  previous: null,
  key: 'k'.repeat(43),
  signature: 's'.repeat(86),
};

/** restify, once loaded, lets `writeHead` answer nothing, so that no call may hang on it. */
function answering(status: number, body = '', headers: Record<string, string> = {}) {
  return (response: ServerResponse) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

describe('an audit sink at an address', () => {
  let asked: { method?: string; headers: IncomingMessage['headers']; body: string }[];
  let answers: (response: ServerResponse) => void;
  let url: string;
  const server = createServer(async (request, response) => {
    const { method = '', headers } = request;
    asked.push({ method, headers, body: await text(request) });
    answers(response);
  });
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/anchors`;
  });
  beforeEach(() => {
    asked = [];
    answers = answering(201, 'taken');
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const post = (token?: string, patience?: number) =>
    postTo({ url, token, fetch: fetchOverTls(), ...(patience && { patience }) })(line, anchor);

  it('is posted the line as it is, under a key that names it for ever, with the token', async () => {
    await post('the-token');
    await post();
    const [first, second] = asked;
    assert.deepEqual([first?.method, first?.body], ['POST', line]);
    assert.equal(first?.headers['content-type'], 'application/json');
    assert.equal(first?.headers['idempotency-key'], anchor.signature);
    assert.equal(first?.headers.authorization, 'Bearer the-token');
    assert.equal(second?.headers['idempotency-key'], anchor.signature);
    assert.equal(second?.headers.authorization, undefined);
  });

  for (const status of [400, 401, 409, 429, 500, 503]) {
    it(`has not taken what it answers with ${status}`, async () => {
      answers = answering(status);
      await assert.rejects(post(), { message: `the audit sink answered with ${status}` });
    });
  }

  it('is never followed to another address', async () => {
    answers = answering(307, '', { Location: '/elsewhere' });
    await assert.rejects(post('the-token'), TypeError);
    assert.equal(asked.length, 1);
  });

  it('has not taken what it does not answer in time, nor what it hangs up on', async () => {
    answers = () => {};
    await assert.rejects(post(undefined, 50), { name: 'TimeoutError' });
    answers = (response) => void response.destroy();
    await assert.rejects(post(), TypeError);
  });
});

describe('an audit sink that is a program', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  const script = (name: string, code: string) => {
    const file = join(folder.path, `${name}.mjs`);
    writeFileSync(file, code);
    return file;
  };
  const hand = (words: string[], patience?: number) =>
    handTo({ program: process.execPath, words, ...(patience && { patience }) })(line, anchor);

  it('gets the line on its standard input, its words as they are, and none of our settings', async () => {
    const file = join(folder.path, 'out');
    const code = `import { readFileSync, writeFileSync } from 'node:fs';
      const { argv, env } = process;
      writeFileSync(argv[2], JSON.stringify({ line: readFileSync(0, 'utf8'), word: argv[3], env: Object.keys(env) }));`;
    process.env.PROCESSOR_TOKEN = 'secret';
    try {
      await hand([script('takes', code), file, '$(touch x); `id` "']);
    } finally {
      delete process.env.PROCESSOR_TOKEN;
    }
    const { line: got, word, env } = JSON.parse(readFileSync(file, 'utf8'));
    assert.deepEqual([got, word], [`${line}\n`, '$(touch x); `id` "']);
    assert.deepEqual(env, ['PATH']);
  });

  it('has not taken what it ends on with another code, read or not', async () => {
    const ends = script('ends', 'process.exit(3)');
    await assert.rejects(hand([ends]), { message: 'the audit sink’s command ended with 3' });
  });

  it('is killed where it takes too long', async () => {
    const hangs = script('hangs', 'setInterval(() => {}, 1000)');
    await assert.rejects(hand([hangs], 50), { message: 'the audit sink’s command ended with SIGKILL' });
  });

  it('has not taken anything where there is no such program', async () => {
    const take = handTo({ program: '/none/such', words: [] });
    await assert.rejects(take(line, anchor), { code: 'ENOENT' });
  });
});
