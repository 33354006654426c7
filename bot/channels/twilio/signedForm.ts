import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { parse } from '../../../kit/parse.ts';
import { formBody } from './formBody.ts';
import { isSigned } from './signature.ts';

/** The account that a carrier's requests must be of, and what signs them. */
export type SigningAccount = { sid: string; tokens: readonly string[] };

export type SignedFormParts = { account: SigningAccount; publicUrl: () => string };

/** A SID of Twilio's: two letters for its kind and 32 hexadecimal digits. */
export const sid = (kind: string) => z.string().regex(new RegExp(`^${kind}[0-9a-f]{32}$`));

/**
 * Reads what the carrier sent, once it is certain that it was the carrier who sent it, and for our account.
 * Parameters that the schema does not name are ignored: the carrier adds new ones without notice.
 * @throws RequestRefused `contentTypeNotSupported`, `signatureInvalid`; UnfreezeError `messageInvalid`, `messageTooLarge`
 */
export async function signedForm<Message>(
  request: IncomingMessage,
  schema: z.ZodType<Message>,
  { account, publicUrl }: SignedFormParts,
): Promise<Message> {
  const parameters = await formBody(request);
  const url = `${publicUrl()}${request.url ?? ''}`;
  const signature = request.headers['x-twilio-signature']?.toString();
  if (!isSigned({ url, parameters, signature, tokens: account.tokens })) {
    throw new RequestRefused('signatureInvalid');
  }
  parse(z.object({ AccountSid: z.literal(account.sid) }), parameters);
  return parse(schema, parameters);
}
