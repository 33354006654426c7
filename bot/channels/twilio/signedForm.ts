import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { parse } from '../../../kit/parse.ts';
import { formBody } from './formBody.ts';
import { isSignedByCarrier } from './signature.ts';

/** The account that the carrier's requests must belong to, and the tokens that sign them. */
export type SigningAccount = { sid: string; tokens: readonly string[] };

export type SignedFormOptions = { account: SigningAccount; publicUrl: () => string };

/** The schema of a SID of Twilio's: two letters for the kind and 32 hexadecimal digits. */
export const sid = (kind: string) => z.string().regex(new RegExp(`^${kind}[0-9a-f]{32}$`));

/**
 * Reads a form of the carrier, after checking that the carrier has signed it and that it is for our account. Parameters
 * that the schema does not name are ignored, since the carrier adds new ones without notice.
 * @throws RequestRefused `contentTypeNotSupported`, `signatureInvalid`; UnfreezeError `messageInvalid`,
 * `messageTooLarge`
 */
export async function signedForm<Message>(
  request: IncomingMessage,
  schema: z.ZodType<Message>,
  { account, publicUrl }: SignedFormOptions,
): Promise<Message> {
  const parameters = await formBody(request);
  const url = `${publicUrl()}${request.url ?? ''}`;
  const signature = request.headers['x-twilio-signature']?.toString();
  if (!isSignedByCarrier({ url, parameters, signature, tokens: account.tokens })) {
    throw new RequestRefused('signatureInvalid');
  }
  parse(z.object({ AccountSid: z.literal(account.sid) }), parameters);
  return parse(schema, parameters);
}
