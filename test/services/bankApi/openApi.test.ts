import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import sinon from 'sinon';
import { UnfreezeError } from '../../../kit/errors.ts';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { hours } from '../../../kit/time.ts';
import { bearerToken } from '../../../services/bankApi/bearerToken.ts';
import { bankOpenApi } from '../../../services/bankApi/openApi.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { AuthenticationRequests } from '../../../services/tables/authenticationRequest.ts';
import { rawRequest } from '../../kit/http/rawRequest.ts';
import { anOperator } from '../anOperator.ts';
import { browser, liNa, openTestBank, sunLi, type TestBank, wangWei, wuMin, zhaoLei } from '../testBank.ts';
import { BankService, token } from './bankService.ts';

type Media = { schema: object; examples?: Record<string, { value: object }> };
type Operation = { operationId: string; responses: Record<string, { content: Record<string, Media> }> };
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

const ajv = addFormats.default(new Ajv2020({ strict: true, strictTypes: false }));

/** One address with its method, as a reader of the document would ask it. */
type Asked = { method: 'post' | 'get'; template: string; path: string; body?: unknown };

describe('the OpenAPI document of the bank’s side', () => {
  let bank: TestBank;
  let service: BankService;
  let document: Document;
  const schemas = new Map<string, ValidateFunction>();
  /** What was really answered: `post /bank/v1/…` to the codes of its refusals and `200`. */
  const seen = new Map<string, Set<string>>();

  before(async () => {
    bank = await openTestBank();
    service = await BankService.open(bank);
    document = (await (await fetch(`${service.url}/bank/v1/openapi.json`)).json()) as Document;
    for (const [template, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        for (const [status, { content }] of Object.entries(responses)) {
          for (const [type, { schema }] of Object.entries(content)) {
            schemas.set(`${method} ${template} ${status} ${type}`, ajv.compile(schema));
          }
        }
      }
    }
  });
  afterEach(() => sinon.restore());
  after(async () => {
    await service.close();
    await bank.close();
  });

  /** Takes an answer for what the document says of it. */
  function holds({ method, template }: Asked, status: number, type: string, body: unknown): void {
    const isValid = schemas.get(`${method} ${template} ${status} ${type}`);
    assert.ok(
      isValid,
      `${method} ${template} answered ${status} in ${type}, which the document does not know`,
    );
    assert.ok(isValid(body), `${JSON.stringify(body)}: ${JSON.stringify(isValid.errors)}`);
    const address = `${method} ${template}`;
    const { code = '200' } = body as { code?: string };
    seen.set(address, (seen.get(address) ?? new Set()).add(code));
  }
  async function ask(
    asked: Asked,
    headers: Record<string, string> = {},
    url = service.url,
  ): Promise<unknown> {
    const { method, path, body } = asked;
    const response = await fetch(`${url}${path}`, {
      method: method.toUpperCase(),
      headers: {
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': randomUUID(),
        ...(method === 'post' && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    holds(asked, response.status, response.headers.get('content-type') ?? '', answer);
    return answer;
  }
  const post = (name: string, body: unknown, path = name): Asked => ({
    method: 'post',
    template: `/bank/v1/${name}`,
    path: `/bank/v1/${path}`,
    body,
  });
  const query = async (number = liNa.number) => ({ card: await bank.card(number), userTerminal: browser });
  const telephone = { userTerminal: { channel: 'voice', address: liNa.phone }, phone: liNa.phone };
  const search = { ...telephone, lastFour: '1114' };
  const information = (id: string, body: unknown) =>
    post('authentication-requests/{id}/information', body, `authentication-requests/${id}/information`);
  const state = (id: string): Asked => ({
    method: 'get',
    template: '/bank/v1/unfreeze-requests/{id}',
    path: `/bank/v1/unfreeze-requests/${id}`,
  });
  const sealingKeys: Asked = {
    method: 'get',
    template: '/bank/v1/sealing-keys',
    path: '/bank/v1/sealing-keys',
  };

  const starts = (id: string, address = browser.address) =>
    post(
      'authentication-requests/{id}/unfreezing',
      { userTerminal: { ...browser, address } },
      `authentication-requests/${id}/unfreezing`,
    );

  /** A right request to every address. */
  async function every(): Promise<Asked[]> {
    const { id } = await bank.authenticationRequest(zhaoLei.number);
    // The address is of another conversation, so that both stay open.
    const address = 'one with an agent';
    const ofAgent = { ...(await query(zhaoLei.number)), userTerminal: { ...browser, address } };
    const waits = await bank.processor.requestUnfreezing({ ...ofAgent, startedBy: 'agent' });
    if (waits.outcome !== 'authenticationRequested') return assert.fail(waits.outcome);
    const given = { userTerminal: browser, item: 'transactionPassword', envelope: 'a.b.c.d.e' };
    return [
      post('card-references', { cardNumber: liNa.number }),
      post('card-status-queries', await query()),
      post('card-searches', search),
      post('unfreeze-requests', await query()),
      information(id, given),
      starts(waits.authenticationRequest.id, address),
      post('freezings', search),
      post('disownments', telephone),
      post('answerable-receipts', telephone),
      post('handoffs', { userTerminal: browser, card: null, caseId: 'K-4821', reason: 'silence' }),
      post('case-moves', { card: await bank.card(liNa.number), from: 'webChat', userTerminal: browser }),
      post('freeze-notices', {
        id: randomUUID(),
        cardNumber: liNa.number,
        reason: 'dormant',
        frozenAt: new Date(0).toISOString(),
      }),
      post('operator-acts', { did: 'casesRead', cases: 1, at: new Date(0).toISOString(), ...anOperator }),
      post('receipt-reports', { receipt: randomUUID(), arrived: true }),
      post('opt-outs', { phone: liNa.phone, stopped: true }),
      post('unreached-receipts', { most: 20 }),
      post('receipt-cases', { receipt: randomUUID(), caseId: 'K-4821' }),
      state(id),
      sealingKeys,
    ];
  }

  it('is one by OpenAPI 3.1’s own schema', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(bankOpenApi())));
    assert.deepEqual([valid, errors], [true, undefined]);
    assert.match(document.openapi, /^3\.1\./);
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  it('gives for every code of every address an example that keeps to its schema', () => {
    for (const [template, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        for (const [status, { content }] of Object.entries(responses)) {
          const { examples = {} } = content['application/problem+json'] ?? {};
          for (const { value } of Object.values(examples)) {
            const isValid = schemas.get(`${method} ${template} ${status} application/problem+json`);
            assert.ok(isValid?.(value), JSON.stringify(isValid?.errors));
          }
        }
      }
    }
  });

  it('tells of what is answered to a right message', async () => {
    await ask(post('card-references', { cardNumber: liNa.number }));
    for (const { number } of [liNa, sunLi, wuMin]) {
      await ask(post('card-status-queries', await query(number)));
      await ask(post('unfreeze-requests', await query(number)));
    }
    const request = await bank.authenticationRequest(liNa.number);
    const give = async (item: 'identityDocument' | 'transactionPassword', value: string, attempt: number) => {
      const envelope = await seal(value, { authenticationRequest: { ...request, attempt }, item });
      return ask(information(request.id, { userTerminal: browser, item, envelope }));
    };
    const outcomes = [
      await give('identityDocument', liNa.identityDocument, 1),
      await give('transactionPassword', '000000', 1),
      await give('identityDocument', liNa.identityDocument, 2),
      await give('transactionPassword', liNa.transactionPassword, 2),
      await give('transactionPassword', liNa.transactionPassword, 2),
    ].map((answer) => (answer as { outcome: string }).outcome);
    assert.deepEqual(outcomes, ['itemTaken', 'notAccepted', 'itemTaken', 'unfrozen', 'over']);
    await ask(state(request.id));
    await ask(sealingKeys);
  });

  it('tells of every refusal before a message is looked at', async () => {
    const barred = await BankService.open(bank, {
      admit: [
        bearerToken(token),
        () => {
          throw new RequestRefused('certificateForeign');
        },
      ],
    });
    const impatient = await BankService.open(bank, { timeLimits: { headers: 20, request: 40, look: 10 } });
    for (const asked of await every()) {
      await ask(asked, { Authorization: '' });
      await ask(asked, { Authorization: `Bearer ${token}x` });
      await ask(asked, {}, barred.url);
      const start = `${asked.method.toUpperCase()} ${asked.path} HTTP/1.1\r\nHost: x\r\n`;
      for (const [rest, url] of [
        ['Content-Length: x\r\n\r\n', service.url],
        ['Connection: close\r\nHost: y\r\n\r\n', service.url],
        [`X: ${'x'.repeat(20_000)}\r\n\r\n`, service.url],
        ['X: x\r\n', impatient.url],
      ] as const) {
        const { status, body, raw } = await rawRequest(url, start + rest);
        holds(asked, status, /^Content-Type: (.*)\r$/im.exec(raw)?.[1] ?? '', body);
      }
    }
    await barred.close();
    await impatient.close();
  });

  it('tells of every refusal of a message for its form', async () => {
    for (const asked of await every()) {
      if (asked.method === 'get') continue;
      await ask({ ...asked, body: '{' });
      await ask({ ...asked, body: `"${'x'.repeat(9000)}"` });
      await ask(asked, { 'Content-Type': 'text/plain' });
      if (asked.path.includes('card-references')) continue;
      await ask(asked, { 'Idempotency-Key': 'a key' });
      const key = { 'Idempotency-Key': randomUUID() };
      await ask(asked, key);
      const { userTerminal, ...same } = Object(asked.body);
      const other = { ...same, cases: 2, userTerminal: { ...userTerminal, address: 'y' } };
      await ask({ ...asked, body: other }, key);
      sinon.stub(bank.idempotency, 'once').rejects(new RequestRefused('requestInProgress'));
      await ask(asked);
      sinon.restore();
    }
  });

  it('tells of every refusal of a message for what it asks', async () => {
    const of = await query(wuMin.number);
    for (let count = 0; count < 21; count++) await ask(post('card-status-queries', of));
    for (let count = 0; count < 11; count++) await ask(post('card-searches', search));
    await ask(post('freezings', search));
    for (let count = 0; count < 11; count++) await ask(post('disownments', telephone));
    bank.passes(1 * hours);
    const request = await bank.authenticationRequest(zhaoLei.number);
    const item = 'transactionPassword' as const;
    const give = (envelope: string, id = request.id) =>
      ask(information(id, { userTerminal: browser, item, envelope }));
    const sealed = (as: Partial<typeof request> = {}) =>
      seal('000000', { authenticationRequest: { ...request, ...as }, item });
    const unknown = randomUUID();
    await give(await sealed({ id: unknown }), unknown);
    await give('a.b.c.d.e');
    await give(await sealed({ id: randomUUID() }));
    await give(await sealed({ attempt: 2 }));
    const envelope = await sealed();
    await give(envelope);
    await give(envelope);
    const mainland = await bank.authenticationRequest(wangWei.number);
    await bank.store.transaction([], (manager) =>
      manager.update(AuthenticationRequests, { id: mainland.id }, { consentVersion: '2026-11' }),
    );
    await give(await seal('000000', { authenticationRequest: mainland, item }), mainland.id);
    await ask(state(randomUUID()));
    await ask(starts(randomUUID()));
  });

  it('tells of trouble on the bank’s side', async () => {
    for (const error of [new Error('broken'), new UnfreezeError('storeUnavailable', 'no database')]) {
      const asked = await every();
      sinon.stub(bank.customerService, 'nameCard').rejects(error);
      sinon.stub(bank.customerService, 'answerableReceipt').rejects(error);
      for (const method of ['reportReceipt', 'unreachedReceipts', 'noteReceiptCase'] as const)
        sinon.stub(bank.receipts, method).rejects(error);
      sinon.stub(bank.optOuts, 'noteOptOut').rejects(error);
      sinon.stub(bank.freezeNotices, 'note').rejects(error);
      sinon.stub(bank.idempotency, 'once').rejects(error);
      sinon.stub(bank.processor, 'unfreezeRequestState').rejects(error);
      sinon.stub(bank.sealingKeys, 'current').rejects(error);
      for (const one of asked) await ask(one);
      sinon.restore();
    }
  });

  it('has been seen to tell the truth of every code that it lists', () => {
    for (const [template, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const listed = Object.values(responses).flatMap(({ content }) =>
          Object.keys(content['application/problem+json']?.examples ?? {}),
        );
        const answered = [...(seen.get(`${method} ${template}`) ?? [])];
        assert.deepEqual(answered.sort(), ['200', ...listed].sort(), `${method} ${template}`);
      }
    }
  });
});
