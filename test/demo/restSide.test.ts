import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import { carrierClient } from '../../bot/channels/twilio/carrierClient.ts';
import { TwilioTexts } from '../../bot/channels/twilio/messages/twilioTexts.ts';
import { CallOver } from '../../bot/channels/twilio/voice/toldCalls.ts';
import { TwilioCalls } from '../../bot/channels/twilio/voice/twilioCalls.ts';
import { Carrier } from '../../demo/carrier.ts';
import { Handsets } from '../../demo/handsets.ts';
import { restSide } from '../../demo/restSide.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';

const documents: Record<string, string> = {
  '/twilio/voice': '<Response><Dial>+12025550177</Dial></Response>',
  '/taken': '<Response><Gather><Say>Back.</Say></Gather></Response>',
};
const number = '+12025550101';

describe('the simulator as the carrier’s REST side, asked by Twilio’s own library', () => {
  const posted: [string, Record<string, string>][] = [];
  const publicUrl = () => 'https://bank.example';
  const { sid, token } = developmentAccount;
  const send = (async (to: string, init: { body: string }) => {
    const { pathname, search } = new URL(to);
    posted.push([`${pathname}${search}`, Object.fromEntries(new URLSearchParams(init.body))]);
    return new Response(documents[pathname] ?? '<Response/>');
  }) as unknown as typeof fetch;
  const carrier = new Carrier({ accountSid: sid, token, publicUrl, send });
  const handsets = new Handsets(carrier);
  let server: HttpServer;
  let url: string;
  before(async () => {
    const routes = [restSide({ carrier, handsets, clock: () => new Date() })];
    server = new HttpServer({ log: pino({ level: 'silent' }), https: false, checks: {}, routes });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  });
  after(() => server.close());

  async function client(tokens = [token]) {
    return (await carrierClient({ sid, tokens }, url)) ?? assert.fail();
  }
  async function until(holds: () => boolean) {
    while (!holds()) await setImmediate();
  }

  it('takes a call out of what it does, and says so of one that is over or unknown', async () => {
    const calls = new TwilioCalls({ client });
    const call = await carrier.call(number);
    assert.equal(call.state, 'dialling');
    await calls.redirect(call.sid, 'https://bank.example/taken');
    await until(() => call.state === 'gathering' && call.gathering !== undefined);
    assert.deepEqual(call.problems, []);
    await call.hangUp();
    for (const gone of [call.sid, `CA${'1'.repeat(32)}`])
      await assert.rejects(calls.redirect(gone, 'https://bank.example/taken'), CallOver);
  });

  it('delivers texts to the telephones, reports on each, and lists what was sent', async () => {
    const statusUrl = () => 'https://bank.example/twilio/status';
    const texts = new TwilioTexts({ client, from: '+12025550199', statusUrl });
    for (const channelId of ['thawline-sms', 'thawline-whatsapp'] as const) {
      const text = { channelId, to: number, body: `to ${channelId}` };
      assert.equal(await texts.hasSent(text, new Date(0)), false);
      await texts.send(text);
      assert.equal(await texts.hasSent(text, new Date(0)), true);
    }
    const shown = (app: 'sms' | 'whatsApp') => handsets.view(number, app, 0).messages.map(({ text }) => text);
    assert.deepEqual([shown('sms'), shown('whatsApp')], [['to thawline-sms'], ['to thawline-whatsapp']]);
    const reports = () =>
      posted.filter(([path]) => path === '/twilio/status').map(([, { MessageStatus }]) => MessageStatus);
    await until(() => reports().filter((one) => one === 'delivered').length === 2);
  });

  it('refuses who does not show the account’s token', async () => {
    const texts = new TwilioTexts({
      client: () => client(['another']),
      from: '+12025550199',
      statusUrl: () => 'https://bank.example/twilio/status',
    });
    const refused = texts.send({ channelId: 'thawline-sms', to: number, body: 'no' });
    await assert.rejects(refused, /the provider refused/);
  });
});
