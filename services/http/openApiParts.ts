import * as z from 'zod';

/** How a refusal looks in an OpenAPI 3.1 document: problem details (RFC 9457) with a `code`. */
export const problem = {
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

/** JSON of a schema. @param io whether it is looked at as it is sent or as it was read */
export function json(schema: z.ZodType, io: 'input' | 'output') {
  return {
    'application/json': { schema: withoutDialect(z.toJSONSchema(schema, { io, unrepresentable: 'any' })) },
  };
}

export function keyParameter(description: string) {
  return {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description,
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,100}$' },
  };
}

export const bearer = {
  security: [{ bearer: [] }],
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
};

/** OpenAPI 3.1 names the dialect of its schemas itself. */
function withoutDialect({ $schema: _dialect, ...schema }: Record<string, unknown>): object {
  return schema;
}
