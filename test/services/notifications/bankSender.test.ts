import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { BankSender } from '../../../services/notifications/bankSender.ts';
import { Undeliverable } from '../../../services/notifications/messageSender.ts';

const token = 'the bank’s own sender knows this one'.replace(/\W/g, '-');
const message = { id: 'a-receipt', to: '+12025550104', body: 'Your card ending 4446 was unfrozen.' };

describe('the bank’s own sender', () => {
  let server: Server;
  let url: string;
  let asked: { path: string; key: string; authorization: string; body: unknown }[];
  /** `body` undefined: no answer at all. */
  let answer: { status: number; body?: string };
  before(async () => {
    server = createServer(async (request, response) => {
      const { headers, url: path = '' } = request;
      asked.push({
        path: `${request.method} ${path}`,
        key: String(headers['idempotency-key']),
        authorization: String(headers.authorization),
        body: JSON.parse(await text(request)),
      });
      response.statusCode = answer.status;
      if (answer.body !== undefined) response.end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  const send = (patience?: number) =>
    new BankSender({ url, token, ...(patience && { patience }) }).send(message);

  it('is given number and text, under a key that makes the same message one', async () => {
    answer = { status: 202, body: '{"id":"M-1"}' };
    assert.deepEqual(await send(), { providerId: 'M-1' });
    const { to, body } = message;
    assert.deepEqual(asked, [
      { path: 'POST /v1/messages', key: 'a-receipt', authorization: `Bearer ${token}`, body: { to, body } },
    ]);
  });

  it('has taken nothing where it says something else than that it has', async () => {
    for (const body of ['', 'OK', '<html>', '{}', '{"id":""}', '{"id":7}', '[]', 'null']) {
      answer = { status: 200, body };
      await assert.rejects(send(), (error) => !(error instanceof Undeliverable), body);
    }
  });

  it('is asked again later where it is slow, down, or has no time, and not where it will not have the message', async () => {
    answer = { status: 200 };
    await assert.rejects(send(50), (error) => !(error instanceof Undeliverable));
    assert.ok(asked.length > 1 && asked.every(({ key }) => key === 'a-receipt'));
    for (const [status, isForGood] of [
      [500, false],
      [503, false],
      [429, false],
      [401, false],
      [302, false],
      [400, true],
      [404, true],
      [422, true],
    ] as const) {
      answer = { status, body: '{"code":"unknownNumber"}' };
      await assert.rejects(
        send(),
        (error: Error) => {
          assert.doesNotMatch(`${error.stack}`, /2025550104|4446/);
          return error instanceof Undeliverable === isForGood;
        },
        String(status),
      );
    }
  });
});
