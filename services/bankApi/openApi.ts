import * as z from 'zod';
import { base, gets, posts } from './addresses.ts';

const problem = {
  description: 'Refused; `code` is stable (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          code: { type: 'string' },
        },
      },
    },
  },
};

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: withoutDialect(z.toJSONSchema(schema, { io, unrepresentable: 'any' })) },
});

const answered = (answers: z.ZodType) => ({
  200: { description: 'The answer', content: json(answers, 'output') },
  default: problem,
});

const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same key and request get the same answer for 24 hours, and have one effect.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,100}$' },
};

/** The bank's side as an OpenAPI 3.1 document, made of the schemas that it parses with. */
export function openApi(): object {
  const parameters = (path: string, idempotencyKey: boolean) => [
    ...(path.includes(':id') ? [idParameter] : []),
    ...(idempotencyKey ? [keyParameter] : []),
  ];
  const paths: Record<string, Record<string, object>> = {};
  const at = (path: string) => {
    const address = `${base}/${path.replace(':id', '{id}')}`;
    paths[address] ??= {};
    return paths[address];
  };
  for (const [path, { takes, answers, idempotencyKey }] of Object.entries(posts)) {
    at(path).post = {
      parameters: parameters(path, idempotencyKey),
      requestBody: { required: true, content: json(takes, 'input') },
      responses: answered(answers),
    };
  }
  for (const [path, { answers }] of Object.entries(gets)) {
    at(path).get = { parameters: parameters(path, false), responses: answered(answers) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Thawline, the bank’s side', version: '1' },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}

/** OpenAPI 3.1 names the dialect of its schemas itself. */
function withoutDialect({ $schema: _dialect, ...schema }: Record<string, unknown>): object {
  return schema;
}
