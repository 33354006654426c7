import type { ZodType } from 'zod';
import { UnfreezeError } from './errors.ts';

/**
 * Turns what came from outside into a typed message.
 * @throws UnfreezeError `messageInvalid`, naming the fields and the rules they broke, never their values.
 */
export function parse<Message>(schema: ZodType<Message>, value: unknown): Message {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const broken = result.error.issues.map((issue) => `${issue.path.join('.') || 'message'}: ${issue.code}`);
  throw new UnfreezeError('messageInvalid', `not a valid message: ${broken.join('; ')}`);
}
