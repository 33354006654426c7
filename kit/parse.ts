import type { ZodType } from 'zod';
import { UnfreezeError } from './errors.ts';

/**
 * Checks a value from outside and returns it as a typed message.
 * @throws UnfreezeError `messageInvalid`, which names the fields and the broken rules, never the values
 */
export function parse<Message>(schema: ZodType<Message>, value: unknown): Message {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const broken = result.error.issues.map((issue) => `${issue.path.join('.') || 'message'}: ${issue.code}`);
  throw new UnfreezeError('messageInvalid', `not a valid message: ${broken.join('; ')}`);
}
