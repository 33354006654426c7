import type * as z from 'zod';

/**
 * Marks a setting that nobody may read in the environment of a process: it can be given by a file too, under its name with
 * `_FILE` behind it. To be put around everything else, since a schema that is made of a marked one is not marked.
 */
export function secret<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({ secret: true });
}

export function isSecret(schema: z.core.$ZodType): boolean {
  return (schema as z.ZodType).meta()?.secret === true;
}
