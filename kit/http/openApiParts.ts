import * as z from 'zod';

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

/** OpenAPI 3.1 names the dialect of its schemas itself. */
function withoutDialect({ $schema: _dialect, ...schema }: Record<string, unknown>): object {
  return schema;
}
