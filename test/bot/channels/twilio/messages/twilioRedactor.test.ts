import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import twilio from 'twilio';
import { TwilioRedactor } from '../../../../../bot/channels/twilio/messages/twilioRedactor.ts';
import { ToStandIn } from '../../../../services/notifications/toStandIn.ts';

const account = `AC${'1'.repeat(32)}`;
const message = `SM${'2'.repeat(32)}`;

describe('the redaction of messages through Twilio', () => {
  let server: Server;
  let url: string;
  let answer: { status: number; body: object };
  let media: string[];
  let asked: string[];

  before(async () => {
    server = createServer(async (request, response) => {
      asked.push(`${request.method} ${request.url} ${await text(request)}`);
      const page = { media_list: media.map((sid) => ({ sid })), page: 0, page_size: 50, next_page_uri: null };
      const { status, body } = request.method === 'GET' ? { status: 200, body: page } : answer;
      response.writeHead(request.method === 'DELETE' ? 204 : status, { 'Content-Type': 'application/json' });
      response.end(request.method === 'DELETE' ? '' : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
    media = [];
    answer = { status: 200, body: { sid: message, body: '' } };
  });
  after(() => server.close());

  const redactor = (to = url) =>
    new TwilioRedactor({ client: twilio(account, 'token', { httpClient: new ToStandIn(to) }) });

  const at = `/2010-04-01/Accounts/${account}/Messages/${message}`;

  it('writes an empty text over the message, and deletes its pictures', async () => {
    media = [`ME${'3'.repeat(32)}`, `ME${'4'.repeat(32)}`];
    await redactor().redact(message);
    assert.deepEqual(
      asked.map((each) => each.trim().replace(/\?.*/, '')),
      [
        `POST ${at}.json Body=`,
        `GET ${at}/Media.json`,
        ...media.map((sid) => `DELETE ${at}/Media/${sid}.json`),
      ],
    );
  });

  it('is content where the message is gone', async () => {
    answer = { status: 404, body: { code: 20404, message: 'not found', status: 404 } };
    await redactor().redact(message);
  });

  it('fails where the message is still on its way, or Twilio is away, and tells the code alone', async () => {
    for (const [status, code] of [
      [409, 20009],
      [429, 20429],
      [500, undefined],
    ] as const) {
      answer = { status, body: { code, message: 'the text was 246801', status } };
      await assert.rejects(redactor().redact(message), (error: Error) => {
        assert.match(error.message, new RegExp(`: ${code ?? 'no code'}$`));
        assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)}`, /246801|token/);
        return true;
      });
    }
    await assert.rejects(redactor('http://127.0.0.1:1').redact(message));
  });
});
