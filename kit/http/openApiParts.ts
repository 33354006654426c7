import * as z from 'zod';

/**
 * The JSON Schema of a zod schema. @param io whether it describes the value that is sent or the value that was parsed
 */
export function json(schema: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: jsonSchemaOf(schema, io) } };
}

/** The same without a media type. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  return withoutDialect(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
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

/** Removes the dialect, because OpenAPI 3.1 names the dialect of its schemas itself. */
function withoutDialect({ $schema: _dialect, ...schema }: Record<string, unknown>): object {
  return schema;
}

/** How a refusal looks: its `code` is stable. */
export const refusal = {
  description: 'Refused; `error.code` is stable',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['code', 'message'],
            properties: { code: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
};
