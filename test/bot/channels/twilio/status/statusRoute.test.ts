import assert from 'node:assert/strict';
import pino from 'pino';
import { Registry } from 'prom-client';
import { MessageMetrics } from '../../../../../bot/channels/twilio/messages/messageMetrics.ts';
import { statusRoute } from '../../../../../bot/channels/twilio/status/statusRoute.ts';
import { Carrier } from '../../../../../demo/carrier.ts';
import { HttpServer } from '../../../../../kit/http/httpServer.ts';
import { developmentAccount } from '../../../../../kit/twilioSettings.ts';
import type { ReceiptReport } from '../../../../../services/contract/receipts.ts';

const MessageSid = `SM${'1'.repeat(32)}`;
const CallSid = `CA${'1'.repeat(32)}`;

describe('the address of reports', () => {
  const registry = new Registry();
  const ended: string[] = [];
  const receipts: ReceiptReport[] = [];
  let logged = '';
  let server: HttpServer;
  let url = '';

  before(async () => {
    const log = pino({ level: 'info' }, { write: (line: string) => (logged += line) });
    const metrics = new MessageMetrics({ registry, log });
    const { sid, token } = developmentAccount;
    const routes = statusRoute({
      account: { sid, tokens: [token] },
      publicUrl: () => url,
      callEnded: async (callSid) => void ended.push(callSid),
      message: (status) => metrics.report(status),
      receipt: async (report) => void receipts.push(report),
    });
    server = new HttpServer({ log, https: false, checks: { needed: {} }, routes: [routes] });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  });
  after(() => server.close());

  const report = async (
    parameters: Record<string, string>,
    { token = developmentAccount.token, query = '' } = {},
  ) => {
    const accountSid = developmentAccount.sid;
    const carrier = new Carrier({ accountSid, token, publicUrl: () => url });
    const sent = { AccountSid: accountSid, From: '+12025550199', To: '+12025550101', ...parameters };
    return (await carrier.post(`/twilio/status${query}`, sent)).status;
  };

  it('counts the messages that did not arrive, by code, and tells no number', async () => {
    const failed = { MessageSid, MessageStatus: 'undelivered', ErrorCode: '30003' };
    assert.equal(await report(failed), 204);
    assert.equal(await report({ ...failed, MessageStatus: 'failed', ErrorCode: '21610' }), 204);
    assert.equal(await report({ ...failed, MessageStatus: 'delivered', ErrorCode: '' }), 204);
    assert.equal(await report({ ...failed, ErrorCode: 'no code <b>' }), 204);
    const shown = await registry.metrics();
    assert.match(shown, /thawline_answers_undelivered_total\{code="30003"\} 1/);
    assert.match(shown, /\{code="21610"\} 1/);
    assert.match(shown, /\{code="none"\} 1/);
    assert.match(logged, /"code":"30003".*did not arrive/);
    assert.doesNotMatch(logged, /20255501/);
  });

  const receipt = '00000000-0000-4000-8000-000000000001';
  const query = `?receipt=${receipt}`;

  it('tells what has become of a receipt, as often and in whatever order it is reported', async () => {
    const statuses = ['sent', 'delivered', 'delivered', 'undelivered', 'queued', 'failed', 'read'];
    for (const MessageStatus of statuses)
      assert.equal(await report({ MessageSid, MessageStatus }, { query }), 204);
    assert.deepEqual(
      receipts.splice(0).map((one) => (one.receipt === receipt ? one.arrived : one)),
      [true, true, false, false, true],
    );
  });

  it('tells nothing of a receipt where another names it than the carrier, or another message’s address has none', async () => {
    const failed = { MessageSid, MessageStatus: 'failed', ErrorCode: '30006' };
    assert.equal(await report(failed, { query, token: 'another' }), 403);
    assert.equal(await report(failed, { query: '?receipt=all' }), 204);
    assert.equal(await report({ CallSid, CallStatus: 'ringing' }, { query }), 204);
    assert.deepEqual(receipts, []);
  });

  it('tells which calls are over', async () => {
    assert.equal(await report({ CallSid, CallStatus: 'completed' }), 204);
    assert.equal(await report({ CallSid, CallStatus: 'ringing' }), 204);
    assert.deepEqual(ended, [CallSid]);
  });

  it('refuses what is not signed, and what is neither a call nor a message', async () => {
    assert.equal(
      await report({ MessageSid, MessageStatus: 'failed', ErrorCode: '1' }, { token: 'another' }),
      403,
    );
    assert.equal(await report({ MessageSid: 'SM1', MessageStatus: 'failed' }), 400);
    assert.equal(await report({ MessageStatus: 'failed' }), 400);
    assert.doesNotMatch(await registry.metrics(), /code="1"/);
  });
});
