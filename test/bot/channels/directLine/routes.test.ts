import assert from 'node:assert/strict';
import { ActivityRows } from '../../../../bot/channels/directLine/directLineTables.ts';
import { DeliveryRows, ConversationRows as Turns } from '../../../../bot/turn/turnTables.ts';
import { usualTraffic } from '../../../../kit/trafficSettings.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { assertRefused } from './assertRefused.ts';
import type { Started } from './directLineClient.ts';
import { DirectLineService } from './directLineService.ts';

const conversations = '/v3/directline/conversations';

describe('the addresses of Direct Line', () => {
  const folder = temporaryFolder();
  let now = new Date('2026-11-24T08:00:00.000Z');
  let service: DirectLineService;

  before(async () => {
    service = await DirectLineService.open({ folder: folder.path, clock: () => now });
  });
  after(async () => {
    await service.close();
    folder.remove();
  });
  afterEach(() => {
    now = new Date('2026-11-24T08:00:00.000Z');
  });

  describe('tokens', () => {
    for (const path of ['/webchat/token', '/v3/directline/tokens/generate']) {
      it(`gives at ${path} a token of 30 minutes for one new conversation`, async () => {
        const { status, body, headers } = await service.call('POST', path);
        assert.equal(status, 200);
        assert.equal(body.expires_in, 1800);
        assert.match(String(body.conversationId), /^[0-9a-f]{32}$/);
        assert.match(String(body.userId), /^dl_[0-9a-f]{32}$/);
        assert.equal(headers.get('cache-control'), 'no-store');
      });
    }

    it('begins the conversation with its token where the page wishes that, and there alone', async () => {
      const body = { begins: true };
      const { status, body: begun } = await service.call('POST', '/webchat/token', { body });
      assert.equal(status, 200);
      assert.match(String(begun.streamUrl), /^ws:/);
      const started = { conversationId: String(begun.conversationId), token: String(begun.token) };
      const path = `${conversations}/${started.conversationId}/activities`;
      const { body: heard } = await service.call('GET', path, { token: started.token });
      assert.equal((heard.activities as unknown[]).length, 1, 'the greeting is there');
      assert.deepEqual(begun.activities, heard.activities, 'and came with the answer');
      const again = await service.call('POST', conversations, { token: started.token });
      assert.equal(again.status, 200, 'it is begun once');
      const plain = await service.call('POST', '/v3/directline/tokens/generate', { body });
      assert.equal(plain.body.streamUrl, undefined);
    });

    it('refreshes a token for the same conversation, before and after it was started', async () => {
      const { body } = await service.call('POST', '/webchat/token');
      now = new Date('2026-11-24T08:20:00.000Z');
      const refreshed = await service.call('POST', '/v3/directline/tokens/refresh', {
        token: String(body.token),
      });
      assert.equal(refreshed.body.conversationId, body.conversationId);
      now = new Date('2026-11-24T08:40:00.000Z');
      const token = String(refreshed.body.token);
      assert.equal((await service.call('POST', conversations, { token })).status, 201);
      const again = await service.call('POST', '/v3/directline/tokens/refresh', { token });
      assert.equal(again.body.conversationId, body.conversationId);
    });

    it('answers 403 TokenExpired after 30 minutes', async () => {
      const started = await service.start();
      now = new Date('2026-11-24T08:30:01.000Z');
      assertRefused(await service.say(started, 'hi'), 403, 'TokenExpired');
    });

    it('answers 401 where there is no token, and 403 where it is none of ours', async () => {
      const { conversationId, token } = await service.start();
      const path = `${conversations}/${conversationId}/activities`;
      assertRefused(await service.call('GET', path), 401, 'tokenMissing');
      assertRefused(await service.call('GET', path, { token: 'x.y.z' }), 403, 'tokenInvalid');
      const [head, , signature] = token.split('.');
      const forged = Buffer.from(JSON.stringify({ conv: conversationId })).toString('base64url');
      const forgery = await service.call('GET', path, { token: `${head}.${forged}.${signature}` });
      assertRefused(forgery, 403, 'tokenInvalid');
    });

    it('refuses the ticket of a stream as a token', async () => {
      const { conversationId, streamUrl } = await service.start();
      const token = new URL(streamUrl).searchParams.get('t') ?? '';
      const answer = await service.call('GET', `${conversations}/${conversationId}/activities`, { token });
      assertRefused(answer, 403, 'tokenInvalid');
    });

    it('refuses a token of another conversation everywhere', async () => {
      const mine = await service.start();
      const { token } = await service.start();
      const foreign = { ...mine, token };
      assertRefused(await service.say(foreign, 'hi'), 403, 'tokenForeign');
      for (const path of ['', '/activities']) {
        const answer = await service.call('GET', `${conversations}/${mine.conversationId}${path}`, { token });
        assertRefused(answer, 403, 'tokenForeign');
      }
    });
  });

  describe('conversations', () => {
    it('starts a conversation once, with one greeting', async () => {
      const { body } = await service.call('POST', '/webchat/token');
      const token = String(body.token);
      const [first, second] = await Promise.all([
        service.call('POST', conversations, { token }),
        service.call('POST', conversations, { token }),
      ]);
      assert.deepEqual([first.status, second.status].sort(), [200, 201]);
      assert.deepEqual(await service.texts(first.body as Started), ['Hello in no language']);
    });

    it('greets in the locale of the token, of the start, or of Accept-Language', async () => {
      const { body } = await service.call('POST', '/webchat/token', { body: { locale: 'zh-TW' } });
      const token = String(body.token);
      const named = await service.call('POST', conversations, {
        token,
        headers: { 'Accept-Language': 'en' },
      });
      assert.deepEqual(await service.texts(named.body as Started), ['Hello in zh-TW']);
      const accepted = await service.start({ 'Accept-Language': 'zh-CN,zh;q=0.9,en;q=0.8' });
      assert.deepEqual(await service.texts(accepted), ['Hello in zh-CN']);
    });

    it('does not know a conversation that was never started', async () => {
      const { body } = await service.call('POST', '/webchat/token');
      const started = body as Started;
      assertRefused(await service.say(started, 'hi'), 404, 'conversationUnknown');
    });

    it('does not know a conversation 24 hours after its last activity, and can begin it anew', async () => {
      const started = await service.start();
      now = new Date('2026-11-25T08:00:00.001Z');
      const { conversationId } = started;
      const token = await service.tokens.issue({ conversationId, userId: 'dl_1' });
      assertRefused(await service.say({ ...started, token }, 'hi'), 404, 'conversationUnknown');
      assert.equal((await service.call('POST', conversations, { token })).status, 201);
      assert.equal((await service.activities({ ...started, token })).length, 1);
    });

    it('answers a reconnect with a stream from the watermark on', async () => {
      const { conversationId, token } = await service.start();
      const path = `${conversations}/${conversationId}`;
      const { status, body } = await service.call('GET', `${path}?watermark=1`, { token });
      assert.equal(status, 200);
      const url = new URL(String(body.streamUrl));
      assert.equal(`${url.protocol}//${url.host}`, service.url.replace('http', 'ws'));
      assert.equal(url.pathname, `${path}/stream`);
      assert.equal(url.searchParams.get('watermark'), '1');
    });
  });

  it('starts 30 conversations a minute from one address, and says when to try again', async () => {
    const limited = await DirectLineService.open({
      folder: folder.path,
      traffic: { conversations: usualTraffic.conversations },
      clock: () => new Date('2026-11-24T08:00:00.000Z'),
    });
    const from = (address: string) =>
      limited.call('POST', '/webchat/token', { headers: { 'X-Forwarded-For': `203.0.113.9, ${address}` } });
    const statuses = await Promise.all(Array.from({ length: 31 }, () => from('198.51.100.1')));
    assert.equal(statuses.filter(({ status }) => status === 200).length, 30);
    const refused = await from('198.51.100.1');
    assertRefused(refused, 429, 'tooManyRequests');
    assert.match(refused.headers.get('retry-after') ?? '', /^([1-9]|[1-5]\d|60)$/);
    assert.equal((await from('198.51.100.2')).status, 200);
    await limited.close();
  });

  it('keeps conversations over a restart of the process', async () => {
    const ownFolder = temporaryFolder();
    const first = await DirectLineService.open({ folder: ownFolder.path });
    const started = await first.start();
    await first.say(started, 'before');
    await first.close();
    const second = await DirectLineService.open({ folder: ownFolder.path });
    await second.say(started, 'after');
    assert.deepEqual((await second.texts(started)).slice(1), [
      'before',
      'You said: before',
      'after',
      'You said: after',
    ]);
    await second.close();
    ownFolder.remove();
  });

  describe('the end of a conversation that its customer wants', () => {
    it('leaves nothing of what was said, and ends every token of it, the renewed ones too', async () => {
      const started = await service.start();
      await service.say(started, 'something private');
      const { conversationId, token } = started;
      const renewed = await service.call('POST', '/v3/directline/tokens/refresh', { token });
      const { status } = await service.call('DELETE', `${conversations}/${conversationId}`, { token });
      assert.equal(status, 200);
      for (const each of [token, String(renewed.body.token)]) {
        assertRefused(await service.say({ ...started, token: each }, 'hi'), 404, 'conversationUnknown');
        const path = `${conversations}/${conversationId}`;
        assertRefused(await service.call('GET', path, { token: each }), 404, 'conversationUnknown');
        assertRefused(await service.call('POST', conversations, { token: each }), 403, 'TokenExpired');
        const refreshed = await service.call('POST', '/v3/directline/tokens/refresh', { token: each });
        assertRefused(refreshed, 403, 'TokenExpired');
      }
      const kept = await service.store.read(async (manager) => [
        await manager.find(ActivityRows),
        await manager.find(DeliveryRows),
        await manager.find(Turns),
      ]);
      assert.doesNotMatch(JSON.stringify(kept), /private/);
    });

    it('comes once however often it is asked for, and behind what is under way', async () => {
      const started = await service.start();
      const { conversationId, token } = started;
      const ending = () => service.call('DELETE', `${conversations}/${conversationId}`, { token });
      const [said, ...ended] = await Promise.all([service.say(started, 'last words'), ending(), ending()]);
      assert.ok(said.status === 200 || said.status === 404);
      assert.deepEqual(
        ended.map(({ status }) => status),
        [200, 200],
      );
      assert.equal((await ending()).status, 200);
      const kept = await service.store.read((manager) =>
        manager.find(ActivityRows, { where: { conversationId } }),
      );
      assert.deepEqual(kept, []);
    });

    it('is nobody else’s to ask for', async () => {
      const mine = await service.start();
      const { token } = await service.start();
      const foreign = await service.call('DELETE', `${conversations}/${mine.conversationId}`, { token });
      assertRefused(foreign, 403, 'tokenForeign');
      assert.equal((await service.say(mine, 'still here')).status, 200);
    });
  });
});

describe('other origins', () => {
  const folder = temporaryFolder();
  const bank = 'https://bank.example';
  let service: DirectLineService;

  before(async () => {
    service = await DirectLineService.open({ folder: folder.path, webChatOrigins: [bank] });
  });
  after(async () => {
    await service.close();
    folder.remove();
  });

  it('may read answers only where they are named', async () => {
    const named = await service.call('POST', '/webchat/token', { headers: { Origin: bank } });
    assert.equal(named.headers.get('access-control-allow-origin'), bank);
    const other = await service.call('POST', '/webchat/token', {
      headers: { Origin: 'https://evil.example' },
    });
    assert.equal(other.headers.get('access-control-allow-origin'), null);
    const health = await service.call('GET', '/healthz', { headers: { Origin: bank } });
    assert.equal(health.headers.get('access-control-allow-origin'), null);
  });

  it('get an answer to the preflight of a named origin', async () => {
    const headers = { Origin: bank, 'Access-Control-Request-Method': 'POST' };
    const { status, headers: allowed } = await service.call('OPTIONS', '/v3/directline/conversations', {
      headers,
    });
    assert.equal(status, 204);
    assert.match(allowed.get('access-control-allow-headers') ?? '', /Authorization/);
    const other = { ...headers, Origin: 'https://evil.example' };
    const refused = await service.call('OPTIONS', '/v3/directline/conversations', { headers: other });
    assert.equal(refused.status, 405);
  });
});
