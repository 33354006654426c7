import assert from 'node:assert/strict';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { CallRows } from '../../../../../bot/channels/twilio/voice/callTables.ts';
import { developmentAccount } from '../../../../../kit/twilioSettings.ts';
import { CallService } from '../../../../demo/callService.ts';

const CallSid = `CA${'1'.repeat(32)}`;
const AccountSid = developmentAccount.sid;
const good = { AccountSid, CallSid, From: '+12025550101' };

describe('the addresses of the telephone', () => {
  let service: CallService;
  afterEach(() => service.close());

  /** Posts a form as it is given, signed over the parameters that are said to be in it. */
  async function post(
    body: string,
    {
      path = '/twilio/voice',
      token = developmentAccount.token,
      signed = Object.fromEntries(new URLSearchParams(body)) as Record<string, string>,
      signedUrl = service.url,
      contentType = 'application/x-www-form-urlencoded',
      method = 'POST',
    } = {},
  ): Promise<{ status: number; text: string }> {
    const signature = getExpectedTwilioSignature(token, `${signedUrl}${path}`, signed);
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: { 'Content-Type': contentType, 'X-Twilio-Signature': signature },
      ...(method === 'POST' && { body }),
    });
    return { status: response.status, text: await response.text() };
  }

  const form = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();
  const calls = () => service.store.read((manager) => manager.count(CallRows));

  it('answer what the carrier has signed with TwiML, and ignore what they do not know', async () => {
    service = await CallService.open();
    const { status, text } = await post(form({ ...good, CallerCity: '北京', Digits: '1', NewOne: 'x' }));
    assert.equal(status, 200);
    assert.match(text, /<Response><Gather action="\/twilio\/voice\/steps\/1"/);
    assert.equal(await calls(), 1);
  });

  it('refuse without effect what was not signed by this account for this address', async () => {
    service = await CallService.open();
    const wrong = [
      await post(form(good), { token: 'another' }),
      await post(form(good), { signedUrl: 'https://elsewhere.example' }),
      await post(form({ ...good, From: '+12025550102' }), { signed: good }),
      await post(form(good), { path: '/twilio/voice/steps/1', signedUrl: `${service.url}/x` }),
    ];
    for (const { status, text } of wrong) {
      assert.equal(status, 403);
      assert.match(text, /signatureInvalid/);
    }
    assert.equal((await post(form({ ...good, AccountSid: `AC${'1'.repeat(32)}` }))).status, 400);
    assert.equal((await post(form({ CallSid }))).status, 400);
    assert.equal(await calls(), 0);
  });

  it('refuse without effect what is malformed, although it is signed', async () => {
    service = await CallService.open();
    const repeated = `${form(good)}&From=%2B12025550102`;
    assert.equal((await post(repeated)).status, 400);
    for (const sid of ['CA1', CallSid.toUpperCase().replace('CA', 'SM'), `${CallSid}0`, '']) {
      assert.equal((await post(form({ ...good, CallSid: sid }))).status, 400, sid);
    }
    const json = await post(JSON.stringify(good), { contentType: 'application/json', signed: good });
    assert.equal(json.status, 415);
    assert.equal((await post('', { method: 'GET', signed: {} })).status, 405);
    const large = await post(form({ ...good, SpeechResult: 'x'.repeat(70_000) }));
    assert.equal(large.status, 413);
    for (const step of ['x', '-1', '1.5', '99999', '%20']) {
      assert.equal((await post(form(good), { path: `/twilio/voice/steps/${step}` })).status, 404, step);
    }
    assert.equal(await calls(), 0);
  });

  it('refuse parameters whose boundary was shifted, which the signature does not show', async () => {
    service = await CallService.open();
    const shifted = { AccountSid: `${AccountSid}CallSid`, [CallSid]: 'From+12025550101' };
    const genuine = getExpectedTwilioSignature(developmentAccount.token, `${service.url}/twilio/voice`, good);
    const same = getExpectedTwilioSignature(developmentAccount.token, `${service.url}/twilio/voice`, shifted);
    assert.equal(same, genuine, 'the two read alike without separators');
    assert.equal((await post(form(shifted))).status, 400);
    assert.equal(await calls(), 0);
  });

  it('take the next token beside the present one', async () => {
    service = await CallService.open({ tokens: ['present', 'next'] });
    assert.equal((await post(form(good), { token: 'present' })).status, 200);
    assert.equal((await post(form(good), { token: 'next' })).status, 200);
    assert.equal((await post(form(good), { token: 'old' })).status, 403);
  });

  it('check the signature over the public address, whatever stands before them', async () => {
    service = await CallService.open({ publicUrl: 'https://bank.example' });
    assert.equal((await post(form(good), { signedUrl: 'https://bank.example' })).status, 200);
    assert.equal((await post(form(good))).status, 403);
    const call = await service.carrier.call('+12025550101');
    assert.deepEqual(call.problems, []);
  });
});
