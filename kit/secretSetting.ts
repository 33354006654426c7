import type * as z from 'zod';

/**
 * Marks a setting as secret: it can also be given in a file that the setting with `_FILE` added names, so that it is
 * not in the process's environment. It must be the outermost call, since a schema made from a marked one is not marked.
 */
export function secret<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({ secret: true });
}

export function isSecret(schema: z.core.$ZodType): boolean {
  return (schema as z.ZodType).meta()?.secret === true;
}
