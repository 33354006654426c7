import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { browser, liNa, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';
import { BankService, token } from './bankService.ts';

type Answer = { status: number; type: string | null; body: Record<string, unknown> };

describe('the addresses of the bank’s side', () => {
  let bank: TestBank;
  let service: BankService;
  before(async () => {
    bank = await openTestBank();
    service = await BankService.open(bank);
  });
  after(async () => {
    await service.close();
    await bank.close();
  });

  type Request = { method?: string; headers?: Record<string, string>; body?: unknown };
  async function call(path: string, { method = 'POST', headers = {}, body }: Request = {}): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${service.url}/bank/v1/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': randomUUID(),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Answer['body'];
    return { status: response.status, type: response.headers.get('content-type'), body: answer };
  }
  function assertProblem({ status, type, body }: Answer, expected: number, code: string): void {
    assert.deepEqual([status, body.code, body.status], [expected, code, expected]);
    assert.equal(type, 'application/problem+json');
    assert.deepEqual(Object.keys(body).sort(), ['code', 'detail', 'status', 'title', 'type']);
  }

  const query = async () => ({ card: await bank.card(liNa.number), userTerminal: browser });
  const paths = [
    'card-references',
    'card-status-queries',
    'unfreeze-requests',
    `authentication-requests/${randomUUID()}/information`,
  ];

  for (const path of paths) {
    it(`let nobody in at ${path.split('/')[0]} without the token`, async () => {
      for (const [authorization, status, code] of [
        ['', 401, 'tokenMissing'],
        ['Basic abc', 401, 'tokenMissing'],
        ['Bearer', 401, 'tokenMissing'],
        [`Bearer ${token}x`, 403, 'tokenInvalid'],
        [`Bearer ${token.slice(1)}`, 403, 'tokenInvalid'],
      ] as const) {
        assertProblem(
          await call(path, { headers: { Authorization: authorization }, body: {} }),
          status,
          code,
        );
      }
    });

    it(`take at ${path.split('/')[0]} nothing but a valid message`, async () => {
      const wrong = ['{', '[]', 'null', '42', '""', Buffer.from('{"card":"\xff"}', 'latin1'), {}, ''];
      for (const body of wrong) assertProblem(await call(path, { body }), 400, 'messageInvalid');
      const large = { card: 'x'.repeat(9000) };
      assertProblem(await call(path, { body: large }), 413, 'messageTooLarge');
      const text = { 'Content-Type': 'text/plain' };
      assertProblem(await call(path, { body: '{}', headers: text }), 415, 'contentTypeNotSupported');
      assertProblem(await call(path, { method: 'PUT', body: {} }), 405, 'methodNotAllowed');
    });
  }

  const fields: [string, unknown][] = [
    ['card', undefined],
    ['card', 'card_short'],
    ['card', liNa.number],
    ['card', ['card_abcdefghijklmnopqrstuv']],
    ['card', "card_abcdefghijklmnopq' OR 1"],
    ['userTerminal', undefined],
    ['userTerminal', 'webChat'],
    ['userTerminal', { channel: 'carrierPigeon', address: 'x' }],
    ['userTerminal', { channel: 'webChat', address: '' }],
    ['userTerminal', { channel: 'webChat', address: 'x'.repeat(257) }],
  ];
  for (const [field, value] of fields) {
    it(`refuse a query whose ${field} is ${JSON.stringify(value)?.slice(0, 40)}, without repeating it`, async () => {
      for (const path of ['card-status-queries', 'unfreeze-requests']) {
        const answer = await call(path, { body: { ...(await query()), [field]: value } });
        assertProblem(answer, 400, 'messageInvalid');
        assert.doesNotMatch(JSON.stringify(answer.body), /card_|6200|pigeon/i);
      }
    });
  }

  it('refuse a bot that reaches for the tries of the secure form', async () => {
    const userTerminal = { channel: 'secureForm', address: randomUUID() };
    const answer = await call('unfreeze-requests', { body: { ...(await query()), userTerminal } });
    assertProblem(answer, 400, 'messageInvalid');
    const given = { userTerminal, item: 'transactionPassword', envelope: 'a.b.c.d.e' };
    const path = `authentication-requests/${randomUUID()}/information`;
    assertProblem(await call(path, { body: given }), 400, 'messageInvalid');
  });

  it('want an Idempotency-Key where a message has an effect', async () => {
    for (const key of ['', 'x'.repeat(101), 'a b', 'ключ'.normalize('NFKD').replace(/[^\x20-\x7e]/g, '?')]) {
      const answer = await call('card-status-queries', {
        body: await query(),
        headers: { 'Idempotency-Key': key },
      });
      assertProblem(answer, 400, 'idempotencyKeyMissing');
    }
  });

  it('tell how it stands with an authentication request, and know no other', async () => {
    const { id, sealingKey } = await bank.authenticationRequest(zhaoLei.number);
    const { status, body } = await call(`unfreeze-requests/${id}`, { method: 'GET' });
    const attempt = { attempt: 1, attemptsLeft: 3, remaining: ['transactionPassword'], sealingKey };
    assert.deepEqual([status, body], [200, { id, state: 'open', attempt }]);
    for (const unknown of [randomUUID(), 'x', '..%2f..', '%00'])
      assertProblem(
        await call(`unfreeze-requests/${unknown}`, { method: 'GET' }),
        404,
        'authenticationRequestUnknown',
      );
  });

  it('give the public sealing key as a JWKS, and nothing private', async () => {
    const { body } = await call('sealing-keys', { method: 'GET' });
    const [key] = body.keys as Record<string, unknown>[];
    assert.deepEqual(Object.keys(key ?? {}).sort(), ['alg', 'crv', 'kid', 'kty', 'suite', 'use', 'x', 'y']);
    assert.equal(key?.kid, (await bank.sealingKeys.current()).kid);
  });

  it('answer at an unknown address with a problem, as everywhere', async () => {
    assertProblem(await call('nothing', { method: 'GET' }), 404, 'addressUnknown');
  });

  it('keep card numbers, tokens and envelopes out of the log', async () => {
    await call('card-references', { body: { cardNumber: liNa.number } });
    await call(`card-references?number=${liNa.number}`, { body: { cardNumber: 'x' } });
    const log = service.logged.join();
    assert.match(log, /card-references/);
    assert.ok(!log.includes(liNa.number) && !log.includes(token));
  });

  it('go on when a client leaves after half a request', async () => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `POST /bank/v1/card-references HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"card',
    );
    await call('sealing-keys', { method: 'GET' });
    const closed = once(socket, 'close');
    socket.destroy();
    await closed;
    assert.equal((await call('sealing-keys', { method: 'GET' })).status, 200);
  });
});
