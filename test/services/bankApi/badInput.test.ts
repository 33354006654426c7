import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod';
import { bankPosts } from '../../../services/bankApi/addresses.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { AuditTail } from '../../../services/tables/auditEntry.ts';
import { Cards } from '../../../services/tables/card.ts';
import { isShort } from '../../counts.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { rawRequest } from '../../kit/http/rawRequest.ts';
import { anOperator } from '../anOperator.ts';
import { browser, liNa, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';
import { BankService, token } from './bankService.ts';

type Schema = z.core.JSONSchema.JSONSchema;
type Path = keyof typeof bankPosts;
type Body = Record<string, unknown>;

const ajv = addFormats.default(new Ajv2020({ strict: true }));
const schemaOf = (path: Path): Schema => z.toJSONSchema(bankPosts[path].takes, { io: 'input' });

/** The names that lead to each field of a message, the fields of its objects among them. */
function fieldsOf({ properties = {} }: Schema, before: string[] = []): string[][] {
  return Object.entries(properties).flatMap(([name, schema]) =>
    typeof schema === 'boolean' ? [] : [[...before, name], ...fieldsOf(schema, [...before, name])],
  );
}

const injections = [
  "' OR '1'='1",
  "x'; DROP TABLE cards; --",
  '"; DELETE FROM audit_entries; --',
  '$1 ? :name %s {{1+1}}',
  'x","level":60,"msg":"forged',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '__proto__',
];
const broken = [
  'line\n{"level":60,"msg":"forged"}',
  'line\r\nSet-Cookie: a=b',
  'nul\u0000byte',
  'half \ud800',
  'half \udfff',
  '\u001b[2J',
];
const otherTypes: unknown[] = [
  undefined,
  null,
  42,
  -0.5,
  1e300,
  true,
  [],
  [['x']],
  {},
  { toString: 'x' },
  '',
];
const values: unknown[] = [...otherTypes, ...injections, ...broken, 'x'.repeat(2500), '卡'.repeat(300)];

/** All of them; in a short run every fourth, others for each field. */
function someOf<Value>(all: readonly Value[], nth: number): readonly Value[] {
  return isShort ? all.filter((_value, place) => (place + nth) % 4 === 0) : all;
}

function changed(body: Body, [name = '', ...rest]: string[], value: unknown): Body {
  return { ...body, [name]: rest.length > 0 ? changed(body[name] as Body, rest, value) : value };
}

onEachDatabase('every field of every message to the bank’s side', (empty) => {
  let bank: TestBank;
  let service: BankService;
  let messages: Record<Path, { address: string; body: Body }>;
  before(async () => {
    bank = await openTestBank({ empty });
    service = await BankService.open(bank);
    const query = { card: await bank.card(liNa.number), userTerminal: browser };
    const request = await bank.authenticationRequest(zhaoLei.number);
    const item = 'transactionPassword' as const;
    // Sealed for an attempt that is not there: well-formed, and of no effect.
    const envelope = await seal('000000', { authenticationRequest: { ...request, attempt: 2 }, item });
    messages = {
      'card-references': { address: 'card-references', body: { cardNumber: liNa.number } },
      'card-status-queries': { address: 'card-status-queries', body: query },
      'unfreeze-requests': { address: 'unfreeze-requests', body: query },
      'card-searches': {
        address: 'card-searches',
        body: {
          userTerminal: { channel: 'voice', address: liNa.phone },
          phone: liNa.phone,
          lastFour: '1114',
        },
      },
      freezings: {
        address: 'freezings',
        body: {
          userTerminal: { channel: 'sms', address: liNa.phone },
          phone: liNa.phone,
          lastFour: '1114',
        },
      },
      disownments: {
        address: 'disownments',
        body: { userTerminal: { channel: 'sms', address: liNa.phone }, phone: liNa.phone },
      },
      'answerable-receipts': {
        address: 'answerable-receipts',
        body: { userTerminal: { channel: 'sms', address: liNa.phone }, phone: liNa.phone },
      },
      'case-moves': {
        address: 'case-moves',
        body: { userTerminal: browser, card: query.card, from: 'webChat' },
      },
      'operator-acts': {
        address: 'operator-acts',
        body: { did: 'caseClosed', case: 'K-4821', at: new Date(0).toISOString(), ...anOperator },
      },
      'opt-outs': { address: 'opt-outs', body: { phone: liNa.phone, stopped: true } },
      'receipt-reports': {
        address: 'receipt-reports',
        body: { receipt: randomUUID(), arrived: true },
      },
      'unreached-receipts': { address: 'unreached-receipts', body: { most: 20 } },
      'receipt-cases': { address: 'receipt-cases', body: { receipt: randomUUID(), caseId: 'K-4821' } },
      handoffs: {
        address: 'handoffs',
        body: { userTerminal: browser, card: query.card, caseId: 'K-4821', reason: 'silence' },
      },
      'authentication-requests/:id/information': {
        address: `authentication-requests/${request.id}/information`,
        body: { userTerminal: browser, item, envelope },
      },
      'authentication-requests/:id/unfreezing': {
        address: `authentication-requests/${request.id}/unfreezing`,
        body: { userTerminal: browser },
      },
    };
  });
  after(async () => {
    await service.close();
    await bank.close();
  });

  async function post(address: string, body: string): Promise<{ status: number; body: Body }> {
    const response = await fetch(`${service.url}/bank/v1/${address}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body,
    });
    return { status: response.status, body: (await response.json()) as Body };
  }
  const counts = () =>
    bank.store.read(async (manager) => [await manager.count(AuditTail), await manager.count(Cards)]);

  for (const path of Object.keys(bankPosts) as Path[]) {
    const schema = schemaOf(path);
    const isValid = ajv.compile(schema);
    for (const [nth, field] of fieldsOf(schema).entries()) {
      it(`is refused in ${field.join('.')} of ${path} where the document says so, and nothing comes of it`, async () => {
        const { address, body } = messages[path];
        const before = await counts();
        let refused = 0;
        for (const value of someOf(values, nth)) {
          const message = changed(body, field, value);
          const sent = JSON.stringify(message);
          if (isValid(JSON.parse(sent))) continue;
          const answer = await post(address, sent);
          assert.deepEqual([answer.status, answer.body.code], [400, 'messageInvalid'], sent.slice(0, 200));
          refused += 1;
        }
        assert.ok(refused > someOf(otherTypes, nth).length / 2);
        assert.deepEqual(await counts(), before);
      });

      it(`is text and nothing else in ${field.join('.')} of ${path}: no SQL, no second line in the log`, async () => {
        const { address, body } = messages[path];
        for (const value of someOf([...injections, ...broken], nth)) {
          const answer = await post(address, JSON.stringify(changed(body, field, value)));
          assert.ok(answer.status < 500, String(value));
          assert.doesNotMatch(JSON.stringify(answer.body), /DROP|forged|passwd|script/);
        }
        for (const line of service.logged) {
          assert.match(line, /^\{.*\}\n$/);
          assert.ok(JSON.parse(line).level < 50, line);
        }
        assert.ok((await bank.store.read((manager) => manager.count(Cards))) > 0);
      });

      it(`is refused where ${field.join('.')} of ${path} stands twice`, async () => {
        const { address, body } = messages[path];
        const name = JSON.stringify(field.at(-1));
        const twice = JSON.stringify(changed(body, field, 'second')).replace(
          `${name}:`,
          `${name}:"first",${name}:`,
        );
        const answer = await post(address, twice);
        assert.deepEqual([answer.status, answer.body.code], [400, 'messageInvalid']);
      });
    }

    it(`are refused in ${path} in UTF-16, in overlong UTF-8 and under two Idempotency-Keys`, async () => {
      const { address, body } = messages[path];
      const send = (bytes: Buffer, ...headers: string[]) =>
        rawRequest(
          service.url,
          Buffer.concat([
            Buffer.from(
              [
                `POST /bank/v1/${address} HTTP/1.1`,
                'Host: x',
                'Connection: close',
                `Authorization: Bearer ${token}`,
                'Content-Type: application/json',
                `Content-Length: ${bytes.length}`,
                `Idempotency-Key: ${randomUUID()}`,
                ...headers,
                '\r\n',
              ].join('\r\n'),
            ),
            bytes,
          ]),
        );
      const text = JSON.stringify(body);
      const overlong = Buffer.from(text.replace('"', '\u00c0\u00a2'), 'latin1');
      for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.from(`\ufeff${text}`, 'utf16le'), overlong]) {
        const answer = await send(bytes);
        assert.deepEqual([answer.status, answer.body.code], [400, 'messageInvalid']);
      }
      const answer = await send(Buffer.from(text), `Idempotency-Key: ${randomUUID()}`);
      assert.deepEqual([answer.status, answer.body.code], [400, 'headerRepeated']);
    });
  }

  it('leaves the right message its right answer', async () => {
    bank.passes(60 * 60 * 1000);
    const { address, body } = messages['card-status-queries'];
    const answer = await post(address, JSON.stringify(body));
    assert.deepEqual([answer.status, answer.body.status], [200, 'frozen']);
  });
});
