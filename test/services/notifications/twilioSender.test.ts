import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import twilio from 'twilio';
import { Undeliverable } from '../../../services/notifications/messageSender.ts';
import { TwilioSender } from '../../../services/notifications/twilioSender.ts';
import { ToStandIn } from './toStandIn.ts';

const sid = `AC${'1'.repeat(32)}`;
type Answer = { status: number; body: object };

describe('the sender of messages through Twilio', () => {
  let server: Server;
  let url: string;
  let answer: Answer;
  let asked: { path: string; authorization: string; form: URLSearchParams }[];

  before(async () => {
    server = createServer(async (request, response) => {
      const { url: path = '', headers } = request;
      const form = new URLSearchParams(await text(request));
      asked.push({ path, authorization: headers.authorization ?? '', form });
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
    answer = { status: 201, body: { sid: 'SM1' } };
  });
  after(() => server.close());

  const sender = (from = '+12025550100') =>
    new TwilioSender({ client: twilio(sid, 'token', { httpClient: new ToStandIn(url) }), from });
  const message = { id: 'a-receipt', to: '+12025550101', body: '您尾号 1114 的银行卡已解冻。' };

  it('sends the text from the bank’s number, as its account', async () => {
    assert.deepEqual(await sender().send(message), { providerId: 'SM1' });
    const [{ path, authorization, form } = assert.fail()] = asked;
    assert.equal(path, `/2010-04-01/Accounts/${sid}/Messages.json`);
    assert.equal(authorization, `Basic ${Buffer.from(`${sid}:token`).toString('base64')}`);
    assert.deepEqual(Object.fromEntries(form), { To: message.to, From: '+12025550100', Body: message.body });
  });

  it('has the carrier report to where somebody waits for that', async () => {
    await sender().send({ ...message, reportTo: 'https://bot.bank.example/twilio/status?receipt=1' });
    assert.equal(asked[0]?.form.get('StatusCallback'), 'https://bot.bank.example/twilio/status?receipt=1');
  });

  it('sends by a messaging service where one is named', async () => {
    await sender(`MG${'2'.repeat(32)}`).send(message);
    assert.equal(asked[0]?.form.get('MessagingServiceSid'), `MG${'2'.repeat(32)}`);
    assert.equal(asked[0]?.form.has('From'), false);
  });

  it('tells what will never arrive from what may pass, and nothing of number, text or token', async () => {
    const refusals: [number, number | undefined, boolean][] = [
      [400, 21211, true],
      [400, 21610, true],
      [429, 20429, false],
      [401, 20003, false],
      [500, undefined, false],
    ];
    for (const [status, code, isForGood] of refusals) {
      answer = { status, body: { code, message: `no ${message.to} ${message.body}`, status } };
      await assert.rejects(sender().send(message), (error: Error) => {
        assert.equal(error instanceof Undeliverable, isForGood, String(code));
        assert.doesNotMatch(
          `${error.message} ${error.stack} ${JSON.stringify(error)}`,
          /2025550101|1114|token/,
        );
        return true;
      });
    }
  });

  it('fails for a while where Twilio cannot be reached', async () => {
    const client = twilio(sid, 'token', { httpClient: new ToStandIn('http://127.0.0.1:1') });
    await assert.rejects(new TwilioSender({ client, from: '+12025550100' }).send(message), (error) => {
      return !(error instanceof Undeliverable);
    });
  });
});
