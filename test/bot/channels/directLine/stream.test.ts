import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import sinon from 'sinon';
import WebSocket from 'ws';
import { ConversationLog } from '../../../../bot/channels/directLine/conversationLog.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import type { Started } from './directLineClient.ts';
import { DirectLineService } from './directLineService.ts';

type Frame = { activities: { text: string }[]; watermark: string };

/** Collects the frames of a stream. */
class Listener {
  readonly frames: Frame[] = [];
  readonly webSocket: WebSocket;

  constructor(url: string) {
    this.webSocket = new WebSocket(url);
    this.webSocket.on('message', (text) => this.frames.push(JSON.parse(String(text))));
  }

  get texts(): string[] {
    return this.frames.flatMap(({ activities }) => activities.map(({ text }) => text));
  }

  async hears(count: number): Promise<string[]> {
    while (this.texts.length < count) await once(this.webSocket, 'message');
    return this.texts;
  }

  async closes(): Promise<number> {
    const [code] = await once(this.webSocket, 'close');
    return code;
  }
}

describe('the stream of a conversation', () => {
  const folder = temporaryFolder();
  let now = new Date();
  let service: DirectLineService;
  let timers: sinon.SinonFakeTimers | undefined;

  before(async () => {
    service = await DirectLineService.open({ folder: folder.path, clock: () => now });
  });
  afterEach(() => timers?.restore());
  after(async () => {
    await service.close();
    folder.remove();
  });

  it('sends the backlog, then every activity as it comes, each frame with its watermark', async () => {
    const started = await service.start();
    await service.say(started, 'one');
    const listener = new Listener(started.streamUrl);
    await listener.hears(3);
    await service.say(started, 'two');
    const expected = ['Hello in no language', 'one', 'You said: one', 'two', 'You said: two'];
    assert.deepEqual(await listener.hears(5), expected);
    assert.equal(listener.frames[0]?.watermark, '3');
    assert.equal(listener.frames.at(-1)?.watermark, '5');
    listener.webSocket.close();
  });

  it('sends what another process has added', async () => {
    const started = await service.start();
    const listener = new Listener(started.streamUrl);
    await listener.hears(1);
    const others = new ConversationLog({ store: service.store, clock: () => now });
    await service.store.transaction([], (manager) =>
      others.append(manager, started.conversationId, { from: 2, shown: [{ text: 'from there' }] }),
    );
    assert.deepEqual(await listener.hears(2), ['Hello in no language', 'from there']);
    listener.webSocket.close();
  });

  it('begins after the watermark in its address', async () => {
    const started = await service.start();
    await service.say(started, 'one');
    const listener = new Listener(started.streamUrl.replace('watermark=', 'watermark=2'));
    assert.deepEqual(await listener.hears(1), ['You said: one']);
    listener.webSocket.close();
  });

  it('begins with the first activity where the watermark is not of this conversation', async () => {
    const started = await service.start();
    await service.say(started, 'one');
    for (const watermark of ['x', '77', '-1']) {
      const url = await service.freshStream(started);
      const listener = new Listener(url.replace(/watermark=[^&]*/, `watermark=${watermark}`));
      assert.deepEqual(await listener.hears(3), ['Hello in no language', 'one', 'You said: one']);
      listener.webSocket.close();
    }
  });

  it('closes the older socket of the conversation', async () => {
    const started = await service.start();
    const older = new Listener(started.streamUrl);
    await older.hears(1);
    const closed = older.closes();
    const newer = new Listener(await service.freshStream(started));
    assert.equal(await closed, 1000);
    await newer.hears(1);
    await service.say(started, 'one');
    await newer.hears(3);
    assert.deepEqual(older.texts, ['Hello in no language']);
    newer.webSocket.close();
  });

  it('is heard by three clients that name themselves, and the oldest goes for a fourth', async () => {
    const started = await service.start();
    const opened: Listener[] = [];
    for (const client of ['one', 'two', 'three', 'four']) {
      const listener = new Listener(`${await service.freshStream(started)}&client=${client}`);
      await listener.hears(1);
      opened.push(listener);
    }
    const [first, ...others] = opened;
    if (first?.webSocket.readyState !== WebSocket.CLOSED) assert.equal(await first?.closes(), 1000);
    await service.say(started, 'one');
    for (const one of others)
      assert.deepEqual(await one.hears(3), ['Hello in no language', 'one', 'You said: one']);
    for (const { webSocket } of others) webSocket.close();
  });

  it('is opened once with a ticket, and by nobody who finds the address later', async () => {
    const started = await service.start();
    const listener = new Listener(started.streamUrl);
    await listener.hears(1);
    const again = new WebSocket(started.streamUrl);
    const [, { statusCode }] = await once(again, 'unexpected-response');
    assert.equal(statusCode, 403);
    await service.say(started, 'one');
    await listener.hears(3);
    listener.webSocket.close();
  });

  it('is closed when its conversation is deleted', async () => {
    const started = await service.start();
    const listener = new Listener(started.streamUrl);
    await listener.hears(1);
    const closed = listener.closes();
    service.directLine.ended([started.conversationId]);
    assert.equal(await closed, 1001);
  });

  it('is closed with a word to come again, one after the other, when its process ends', async () => {
    timers = sinon.useFakeTimers({ toFake: ['setTimeout'] });
    const order: number[] = [];
    const streams = [];
    for (const place of [0, 1, 2, 3]) {
      const listener = new Listener((await service.start()).streamUrl);
      await listener.hears(1);
      streams.push(listener.closes().then((code) => order.push(place) && code));
    }
    service.directLine.leave(8_000);
    timers.tick(3_999);
    assert.deepEqual(order, [], 'first it is heard that nobody should come here any more');
    for (const [place, stream] of streams.entries()) {
      timers.tick(place === 0 ? 1 : 1_000);
      assert.equal(await stream, 1012);
      assert.equal(order.length, place + 1);
    }
  });

  it('lets an empty frame pass, and closes on any other message', async () => {
    const listener = new Listener((await service.start()).streamUrl);
    await listener.hears(1);
    const closed = listener.closes();
    listener.webSocket.send('');
    listener.webSocket.send('hello');
    assert.equal(await closed, 1008);
  });

  it('is dropped when its peer answers no ping for a minute', async () => {
    timers = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { streamUrl } = await service.start();
    const silent = await upgraded(service, streamUrl, webSocketHeaders());
    const closed = once(silent, 'close');
    timers.tick(60_000);
    timers.restore();
    await closed;
  });

  describe('refuses', () => {
    const refused = async (url: string): Promise<number | undefined> => {
      const webSocket = new WebSocket(url);
      const [, response] = await once(webSocket, 'unexpected-response');
      webSocket.on('error', () => {});
      webSocket.terminate();
      return response.statusCode;
    };

    it('a wrong ticket, a token in its place, and none', async () => {
      const { streamUrl, token } = await service.start();
      const bare = streamUrl.split('?')[0];
      assert.equal(await refused(`${bare}?t=wrong`), 403);
      assert.equal(await refused(`${bare}?t=${token}`), 403);
      assert.equal(await refused(`${bare}`), 401);
    });

    it('the ticket of another conversation', async () => {
      const mine = await service.start();
      const ticket = new URL((await service.start()).streamUrl).searchParams.get('t');
      assert.equal(await refused(`${mine.streamUrl.split('?')[0]}?t=${ticket}`), 403);
    });

    it('a ticket after one minute', async () => {
      const { streamUrl } = await service.start();
      now = new Date(now.getTime() + 61_000);
      assert.equal(await refused(streamUrl), 403);
    });

    it('an address that has no stream', async () => {
      assert.equal(await refused(`${service.url.replace('http', 'ws')}/elsewhere`), 404);
    });

    it('an upgrade to no WebSocket', async () => {
      const { streamUrl } = await service.start();
      const socket = await upgraded(service, streamUrl, 'Upgrade: tea');
      assert.match(socket.answer, /^HTTP\/1\.1 426 [\s\S]*^Upgrade: websocket\r$/m);
      socket.destroy();
    });
  });

  describe('closes only the socket that breaks the protocol, with the code for it', () => {
    const broken: Record<string, { bytes: Buffer; code: number }> = {
      'a reserved opcode': { bytes: Buffer.from([0x83, 0x80, 0, 0, 0, 0]), code: 1002 },
      'a frame without a mask': { bytes: Buffer.from([0x81, 0x01, 0x61]), code: 1002 },
      'text that is no UTF-8': { bytes: Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]), code: 1007 },
      'a frame of a gigabyte': {
        bytes: Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0]),
        code: 1009,
      },
      'a fragment that continues nothing': { bytes: Buffer.from([0x80, 0x80, 0, 0, 0, 0]), code: 1002 },
    };
    for (const [what, { bytes, code }] of Object.entries(broken)) {
      it(what, async () => {
        const started = await service.start();
        const socket = await upgraded(service, started.streamUrl, webSocketHeaders());
        socket.write(bytes);
        assert.equal(await closeCode(socket), code);
        socket.destroy();
        await assertAlive(service, started);
      });
    }

    it('random bytes, and a socket cut in the middle of a frame', async () => {
      const started = await service.start();
      const noise = await upgraded(service, started.streamUrl, webSocketHeaders());
      noise.write(Buffer.concat([Buffer.from([0xf7]), randomBytes(4096)]));
      await once(noise, 'close');
      const cut = await upgraded(service, await service.freshStream(started), webSocketHeaders());
      cut.write(Buffer.from([0x81, 0xfe, 0x01]));
      cut.resetAndDestroy();
      await assertAlive(service, started);
    });
  });
});

const webSocketHeaders = () =>
  `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}`;

/** A socket on which an upgrade was asked for, with the head of the answer. */
async function upgraded(service: DirectLineService, url: string, headers: string) {
  const { pathname, search, host } = new URL(url);
  const socket = service.connect();
  socket.on('error', () => {});
  socket.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\n${headers}\r\n\r\n`,
  );
  const [head] = await once(socket, 'data');
  return Object.assign(socket, { answer: String(head) });
}

/** The code in the close frame that ends what the server sends. */
async function closeCode(socket: Socket): Promise<number> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'end');
  const bytes = Buffer.concat(chunks);
  return bytes.readUInt16BE(bytes.lastIndexOf(Buffer.from([0x88, 0x02])) + 2);
}

async function assertAlive(service: DirectLineService, started: Started): Promise<void> {
  assert.equal((await service.say(started, 'still there?')).status, 200);
}
