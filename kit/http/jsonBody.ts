import type { IncomingMessage } from 'node:http';
import { visit } from 'jsonc-parser';
import { UnfreezeError } from '../errors.ts';
import { RequestRefused } from './errorAnswers.ts';

const jsonType = /^application\/([\w.-]+\+)?json$/i;

/**
 * The JSON body of a request; undefined where it has none. restify's parser is not used: it puts unreadable content
 * into its error, accepts wrong UTF-8, and has no limit.
 * @param limit the most bytes; a longer body is refused without being read
 * @throws UnfreezeError `messageTooLarge`, `messageInvalid`; RequestRefused `contentTypeNotSupported`
 */
export async function jsonBody(request: IncomingMessage, limit: number): Promise<unknown> {
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return undefined;
  assertJson(request.headers);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    assertNamesOnce(text);
    return value;
  } catch {
    // The cause is left out, because V8 quotes the unparsed text in it.
    throw new UnfreezeError(
      'messageInvalid',
      'the body must be JSON in UTF-8, with no name twice in an object',
    );
  }
}

/**
 * Refuses a name that occurs twice in one object: some readers take its first value, others its last (RFC 8259, section
 * 4).
 */
function assertNamesOnce(text: string): void {
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectProperty: (name) => {
      if (open.at(-1)?.has(name)) throw new SyntaxError('a name stands twice');
      open.at(-1)?.add(name);
    },
    onObjectEnd: () => void open.pop(),
  });
}

function assertJson(headers: IncomingMessage['headers']): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const charset = parameters.map((parameter) => /^charset="?([^"]*)"?$/i.exec(parameter)?.[1]).find(Boolean);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (!jsonType.test(type) || (charset ?? 'utf-8').toLowerCase() !== 'utf-8' || encoding !== 'identity') {
    throw new RequestRefused('contentTypeNotSupported');
  }
}

/**
 * The body of a request. Node discards what comes after the answer, so that the sender of a too long body can still
 * read the refusal.
 * @throws UnfreezeError `messageTooLarge`; `messageInvalid` where the body was cut off
 */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) reject(tooLarge(limit));
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    const lost = () => reject(new UnfreezeError('messageInvalid', 'the body was cut off'));
    request.once('error', lost);
    // Every request is closed at last, and an error takes long to make.
    request.once('close', () => {
      if (!request.readableEnded) lost();
    });
    if (request.closed) lost();
  });
}

function tooLarge(limit: number): UnfreezeError {
  return new UnfreezeError('messageTooLarge', `a body of more than ${limit} bytes`);
}
