import type { IncomingMessage } from 'node:http';
import { UnfreezeError } from '../../../kit/errors.ts';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { readBytes } from '../../../kit/http/jsonBody.ts';

const formType = /^application\/x-www-form-urlencoded(; *charset=utf-8)?$/i;

/** The longest body in bytes, enough for 5,000 Chinese characters of nine bytes each in form encoding. */
const longestBody = 64 * 1024;

/**
 * The parameters of a form. A repeated parameter is refused, because a signature over names and values without
 * separators does not show which of the two was meant.
 * @throws RequestRefused `contentTypeNotSupported`; UnfreezeError `messageTooLarge`, `messageInvalid`
 */
export async function formBody(request: IncomingMessage): Promise<Record<string, string>> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!formType.test(request.headers['content-type'] ?? '') || encoding !== 'identity') {
    throw new RequestRefused('contentTypeNotSupported');
  }
  const bytes = await readBytes(request, longestBody);
  const parameters = new URLSearchParams(bytes.toString('latin1'));
  const names = [...parameters.keys()];
  if (new Set(names).size !== names.length) throw new UnfreezeError('messageInvalid', 'a repeated parameter');
  return Object.fromEntries(parameters);
}
