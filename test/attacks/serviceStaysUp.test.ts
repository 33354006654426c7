import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { hours } from '../../kit/time.ts';
import { Conversation } from '../journeys/conversation.ts';
import { cardNumber } from '../services/cardSystem/cardFiles.ts';
import { pollsAtOnce } from './pollsAtOnce.ts';
import { ProductionBank } from './productionBank.ts';

/** More than all that is asked at once may take, in megabytes. */
const most = 100;

describe('who asks the service for more than it has', function () {
  this.timeout(300_000);
  let bank: ProductionBank;
  before(async () => {
    bank = await ProductionBank.opened([{ cardNumber: cardNumber(1) }], {
      LIMIT_CONVERSATIONS: '1000 100000',
      LIMIT_POSTS: '2000 100000 1000000',
    });
  });
  after(() => bank.close());

  /** Somebody else, from elsewhere, who wants a little. */
  const isServed = async () => {
    const conversation = await Conversation.with(bank.from('203.0.113.77'));
    assert.deepEqual(await conversation.say('help'), ['help']);
  };
  async function opened(count: number, bytes: string): Promise<Socket[]> {
    const sockets: Socket[] = [];
    for (let at = 0; at < count; at += 500) {
      const some = Array.from({ length: Math.min(500, count - at) }, () =>
        connect(Number(new URL(bank.url).port), '127.0.0.1'),
      );
      await Promise.all(some.map((socket) => once(socket, 'connect')));
      for (const socket of some) {
        socket.on('error', () => {});
        if (bytes) socket.write(bytes);
      }
      sockets.push(...some);
    }
    return sockets;
  }

  it('by 600 polls of a long conversation at once fills no memory, is refused most, and others are served', async () => {
    const { more, statuses, withoutRetryAfter } = await pollsAtOnce(bank, 600, isServed);
    assert.ok(more < most, `${Math.round(more)} MB more than idle`);
    assert.ok(statuses.every((status) => [200, 429, 503].includes(status)));
    assert.ok(statuses.includes(200) && statuses.includes(429));
    assert.equal(withoutRetryAfter, 0);
  });

  it('by 2,000 half-open requests and 5,000 idle sockets keeps nobody out', async () => {
    const sockets = [
      ...(await opened(2000, 'GET /healthz HTTP/1.1\r\nHost: bank.example\r\nX-Slow: ')),
      ...(await opened(5000, '')),
    ];
    await isServed();
    for (const socket of sockets) socket.destroy();
    await isServed();
  });

  it('by ever more streams from one address gets a hundred, and others get theirs', async () => {
    const streams: WebSocket[] = [];
    const stream = async (address: string) => {
      const { streamUrl } = await bank.from(address).start();
      const { pathname, search } = new URL(streamUrl);
      const webSocket = new WebSocket(`${bank.url.replace('http', 'ws')}${pathname}${search}`, {
        headers: { 'X-Forwarded-For': address },
      });
      streams.push(webSocket);
      return new Promise<number>((resolve) => {
        webSocket.on('open', () => resolve(101));
        webSocket.on('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode));
        webSocket.on('error', () => resolve(0));
      });
    };
    const answers: number[] = [];
    for (let count = 0; count < 110; count++) answers.push(await stream('198.51.100.8'));
    assert.equal(answers.filter((status) => status === 101).length, 100);
    assert.ok(answers.slice(100).every((status) => status === 429));
    assert.equal(await stream('203.0.113.78'), 101);
    for (const one of streams) one.terminate();
  });

  it('with a token that was stolen gets nothing a day later, and nothing with a ticket that was used', async () => {
    const owner = bank.from('203.0.113.79');
    const { conversationId, token } = await owner.start();
    let newest = token;
    for (let hour = 0; hour < 60; hour++) {
      await bank.passes(0.45 * hours);
      const { status, body } = await owner.call('POST', '/v3/directline/tokens/refresh', { token: newest });
      if (status !== 200) break;
      newest = String(body.token);
    }
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    assert.equal((await owner.call('GET', path, { token: newest })).status, 403);
  });
});
