import assert from 'node:assert/strict';
import { ChannelTokens } from '../../../../bot/channels/botFramework/channelTokens.ts';
import { later, minutes } from '../../../../kit/time.ts';
import { rejectsWith } from '../../../services/rejectsWith.ts';
import { appId, ChannelsService, type TokenWish } from './channelsService.ts';

describe('the token of a Bot Framework channel', () => {
  const now = new Date('2026-11-24T08:00:00.000Z');
  let service: ChannelsService;
  let tokens: ChannelTokens;

  before(async () => {
    service = await ChannelsService.listening();
  });
  beforeEach(() => {
    tokens = new ChannelTokens({ appId, clock: () => now, metadata: service.metadata });
  });
  after(() => service.close());

  const verify = (authorization: string, channelId = 'msteams', serviceUrl = service.url) =>
    tokens.verify(authorization, { channelId, serviceUrl });

  it('lets in who is who they say', async () => {
    assert.equal((await verify(await service.authorization(now))).serviceurl, service.url);
  });

  const wrong: [string, TokenWish, Parameters<typeof rejectsWith>[0]][] = [
    ['for another bot', { audience: '99999999-2222-4333-8444-555555555555' }, 'tokenInvalid'],
    [
      'of another issuer',
      { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' },
      'tokenInvalid',
    ],
    ['that has expired', { expires: later(now, -6 * minutes) }, 'tokenExpired'],
    ['without a service address', { serviceurl: undefined }, 'tokenForeign'],
    ['for another service address', { serviceurl: 'https://smba.example/' }, 'tokenForeign'],
    ['under a key that nobody knows', { kid: 'nobody' }, 'tokenInvalid'],
    ['under a key for another channel', { kid: 'other' }, 'tokenForeign'],
    ['of an algorithm that is not allowed', { alg: 'PS256' }, 'tokenInvalid'],
  ];
  for (const [which, wish, code] of wrong) {
    it(`is refused when it is one ${which}`, async () => {
      const authorization = await service.authorization(now, wish).catch(() => 'Bearer a.b.c');
      await rejectsWith(code, verify(authorization));
    });
  }

  it('is refused when it is altered, missing, unsigned, or no token at all', async () => {
    const [header = '', payload = '', signature = ''] = (await service.authorization(now)).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const altered = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
    for (const authorization of [
      '',
      'Bearer',
      'Bearer x',
      `Bearer ${none}.${payload}.`,
      `${header}.${payload}.${altered}`,
      `Basic ${payload}`,
    ]) {
      await rejectsWith('tokenInvalid', verify(authorization));
    }
  });

  it('is not judged while no key can be had, and is when one can', async () => {
    const authorization = await service.authorization(now);
    service.isAway = true;
    await rejectsWith('storeUnavailable', verify(authorization));
    service.isAway = false;
    await verify(authorization);
  });
});
