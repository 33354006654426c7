import { STATUS_CODES } from 'node:http';
import type * as z from 'zod';
import { type AnswerCode, errorAnswer, problemForm, RequestRefused } from '../../kit/http/errorAnswers.ts';
import { json, keyParameter } from '../../kit/http/openApiParts.ts';
import { bankBase, bankPosts, gets, postsOfCardSystem } from './addresses.ts';

/** The codes that every address may refuse a request with. */
const anywhere: AnswerCode[] = [
  'requestUnreadable',
  'headerRepeated',
  'tokenMissing',
  'tokenInvalid',
  'certificateForeign',
  'requestTooSlow',
  'headersTooLarge',
  'internal',
  'storeUnavailable',
];
/** Whoever shows a token alone shows no certificate that could be foreign. */
const withToken = anywhere.filter((code) => code !== 'certificateForeign');
const withMessage: AnswerCode[] = ['messageInvalid', 'messageTooLarge', 'contentTypeNotSupported'];
const withKey: AnswerCode[] = ['idempotencyKeyMissing', 'idempotencyKeyReused', 'requestInProgress'];

const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const key = keyParameter('The same key and request get the same answer for 24 hours, and have one effect.');

/** The bank's side as an OpenAPI 3.1 document, made from the schemas that it parses with. */
export function bankOpenApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  const at = (path: string) => {
    const address = `${bankBase}/${path.replace(':id', '{id}')}`;
    paths[address] ??= {};
    return paths[address];
  };
  for (const [path, { does, takes, answers, refuses, idempotencyKey }] of Object.entries({
    ...bankPosts,
    ...postsOfCardSystem,
  })) {
    at(path).post = {
      ...operation(does, path),
      ...(path in postsOfCardSystem && { security: [{ cardSystem: [] }] }),
      parameters: [...idIn(path), ...(idempotencyKey ? [key] : [])],
      requestBody: { required: true, content: json(takes, 'input') },
      responses: answered(answers, [
        ...(path in postsOfCardSystem ? withToken : anywhere),
        ...withMessage,
        ...(idempotencyKey ? withKey : []),
        ...refuses,
      ]),
    };
  }
  for (const [path, { does, answers, refuses }] of Object.entries(gets)) {
    at(path).get = {
      ...operation(does, path),
      parameters: idIn(path),
      responses: answered(answers, [...anywhere, ...refuses]),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Thawline, the bank’s side', version: '1' },
    // The operator chooses what is demanded: a token, a certificate, or both.
    security: [{ bearer: [] }, { certificate: [] }, { bearer: [], certificate: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cardSystem: { type: 'http', scheme: 'bearer', description: 'CARD_SYSTEM_NOTICE_TOKEN' },
        certificate: { type: 'mutualTLS' },
      },
    },
    paths,
  };
}

function operation(does: string, path: string): object {
  return {
    operationId: path.replace(/\W+(\w?)/g, (_all, next: string) => next.toUpperCase()),
    summary: does,
  };
}

function idIn(path: string): object[] {
  return path.includes(':id') ? [idParameter] : [];
}

/** The answers by status: the right one, and each group of refusals with an example for every code. */
function answered(answers: z.ZodType, codes: AnswerCode[]): Record<string, object> {
  const refusals = codes.map((code) => errorAnswer(new RequestRefused(code), problemForm));
  const byStatus = Map.groupBy(refusals, ({ status }) => status);
  return Object.fromEntries([
    [200, { description: 'The answer', content: json(answers, 'output') }],
    ...[...byStatus].map(([status, those]) => [status, problem(status, those)]),
  ]);
}

/** Problem details with a stable code (RFC 9457). */
function problem(status: number, refusals: { code: AnswerCode; body: object }[]): object {
  const codes = refusals.map(({ code }) => code);
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { const: 'about:blank' },
      title: { const: STATUS_CODES[status] },
      status: { const: status },
      detail: { type: 'string' },
      code: { enum: codes },
    },
  };
  const examples = Object.fromEntries(refusals.map(({ code, body }) => [code, { value: body }]));
  return { description: codes.join(', '), content: { [problemForm.contentType]: { schema, examples } } };
}
