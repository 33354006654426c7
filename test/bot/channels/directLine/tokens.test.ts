import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { decodeJwt, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { ConversationTokens } from '../../../../bot/channels/directLine/tokens.ts';
import { testKey } from '../../../testKey.ts';

const start = new Date('2026-11-24T08:00:00.000Z');
const key = testKey(1);
const grant = { conversationId: 'c1', userId: 'dl_1', locale: 'zh-TW' };

describe('a Direct Line token', () => {
  let now = start;
  const tokens = new ConversationTokens({ keys: () => [key], clock: () => now });
  afterEach(() => {
    now = start;
  });

  it('says which conversation, which user and which locale it is for', async () => {
    assert.deepEqual(await tokens.verify(await tokens.issue(grant)), { ...grant, begunAt: start.getTime() });
  });

  it('is one for every reader of such tokens, and one that another writer has made with its key is good', async () => {
    const token = await tokens.issue(grant);
    const options = { issuer: 'thawline', audience: 'directline', currentDate: now };
    const { payload, protectedHeader } = await jwtVerify(token, key, options);
    assert.deepEqual(protectedHeader, { alg: 'HS256' });
    const written = await new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key);
    assert.deepEqual(await tokens.verify(written), { ...grant, begunAt: start.getTime() });
  });

  it('names the user where the official client looks for it', async () => {
    assert.equal(decodeJwt(await tokens.issue(grant)).user, 'dl_1');
  });

  it('is good for 30 minutes', async () => {
    const token = await tokens.issue(grant);
    now = new Date(start.getTime() + 30 * 60_000 - 1000);
    await tokens.verify(token);
    now = new Date(start.getTime() + 30 * 60_000);
    await assert.rejects(tokens.verify(token), { code: 'tokenExpired' });
  });

  it('ends with all that renew it 24 hours after the first one of its conversation', async () => {
    let token = await tokens.issue(grant);
    for (let renewed = 0; renewed < 49; renewed++) {
      now = new Date(now.getTime() + 29 * 60_000);
      token = await tokens.issue(await tokens.verify(token));
    }
    now = new Date(start.getTime() + 24 * 3_600_000 - 1000);
    token = await tokens.issue(await tokens.verify(token));
    now = new Date(start.getTime() + 24 * 3_600_000);
    await assert.rejects(tokens.verify(token), { code: 'tokenExpired' });
  });

  it('has tickets that open one stream', async () => {
    const ticket = await tokens.issueTicket(grant);
    await tokens.verifyTicket(ticket, 'c1');
    await assert.rejects(tokens.verifyTicket(ticket, 'c1'), { code: 'tokenExpired' });
    await tokens.verifyTicket(await tokens.issueTicket(grant), 'c1');
  });

  it('opens no stream, and the ticket of a stream is no token', async () => {
    await assert.rejects(tokens.verifyTicket(await tokens.issue(grant), 'c1'), { code: 'tokenInvalid' });
    await assert.rejects(tokens.verify(await tokens.issueTicket(grant)), { code: 'tokenInvalid' });
  });

  it('has tickets for one minute and one conversation', async () => {
    const ticket = await tokens.issueTicket(grant);
    await tokens.verifyTicket(ticket, 'c1');
    await assert.rejects(tokens.verifyTicket(ticket, 'c2'), { code: 'tokenForeign' });
    now = new Date(start.getTime() + 60_000);
    await assert.rejects(tokens.verifyTicket(ticket, 'c1'), { code: 'tokenExpired' });
  });

  it('is refused under another key, another algorithm, no signature, or without an expiry', async () => {
    const foreign = new ConversationTokens({ keys: () => [testKey(2)], clock: () => now });
    const claims = () => ({ conv: 'c1', iss: 'thawline', aud: 'directline' });
    const otherAlgorithm = new SignJWT(claims()).setProtectedHeader({ alg: 'HS512' }).setExpirationTime('1h');
    const endless = new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' });
    const [head, payload, signature = ''] = (await tokens.issue(grant)).split('.');
    const other = signature.startsWith('A') ? 'B' : 'A';
    const foreignIssuer = new SignJWT({ ...claims(), iss: 'another' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(now)
      .setJti('1');
    for (const token of [
      await foreign.issue(grant),
      await foreignIssuer.setExpirationTime(new Date(now.getTime() + 60_000)).sign(key),
      `${head}.${payload}.${other}${signature.slice(1)}`,
      `${head}.${payload}.${signature}=`,
      `${head}.${payload}.${signature}.${signature}`,
      `${head}.${payload}.`,
      `${head}.${payload}`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.${signature}`,
      await otherAlgorithm.sign(Buffer.alloc(64, 1)),
      new UnsecuredJWT(claims()).setExpirationTime('1h').encode(),
      await endless.sign(key),
      '',
      'a.b.c',
    ]) {
      await assert.rejects(tokens.verify(token), { code: 'tokenInvalid' });
    }
  });

  it('still opens its conversation when its key was rotated, and not when that one was dropped', async () => {
    const token = await tokens.issue(grant);
    const fresh = testKey(9);
    const after = new ConversationTokens({ keys: () => [fresh, key], clock: () => now });
    assert.equal((await after.verify(token)).conversationId, grant.conversationId);
    await assert.rejects(tokens.verify(await after.issue(grant)), { code: 'tokenInvalid' });
    const dropped = new ConversationTokens({ keys: () => [fresh], clock: () => now });
    await assert.rejects(dropped.verify(token), { code: 'tokenInvalid' });
    now = new Date(start.getTime() + 31 * 60_000);
    await assert.rejects(after.verify(token), { code: 'tokenExpired' });
  });

  it('is made under no key but one of 32 bytes', () => {
    assert.throws(
      () => new ConversationTokens({ keys: () => [createSecretKey(Buffer.alloc(16))], clock: () => now }),
      {
        code: 'keysUnusable',
      },
    );
  });
});
