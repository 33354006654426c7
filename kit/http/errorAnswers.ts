import { STATUS_CODES } from 'node:http';
import { type ErrorCode, UnfreezeError } from '../errors.ts';

/** The codes of errors that only an HTTP request can cause; `ErrorCode` has the others. */
type RequestCode =
  | 'tokenMissing'
  | 'certificateForeign'
  | 'requestUnreadable'
  | 'requestTooSlow'
  | 'headersTooLarge'
  | 'headerRepeated'
  | 'addressUnknown'
  | 'methodNotAllowed'
  | 'contentTypeNotSupported'
  | 'uploadNotSupported'
  | 'upgradeRequired'
  | 'idempotencyKeyMissing'
  | 'idempotencyKeyReused'
  | 'requestInProgress'
  | 'overloaded'
  | 'workWanted'
  | 'signatureInvalid'
  | 'loginWanted'
  | 'roleMissing'
  | 'otherSite';
export type AnswerCode = ErrorCode | RequestCode;

type Answer = { status: number; message: string };

/** Everything that a client is told about an error. It holds nothing of the error itself or of the request. */
const answers: Record<AnswerCode, Answer> = {
  messageInvalid: { status: 400, message: 'The message is not valid.' },
  messageTooLarge: { status: 413, message: 'The message is too long.' },
  authenticationRequestUnknown: { status: 404, message: 'The authentication request is unknown.' },
  envelopeUnreadable: { status: 400, message: 'The envelope cannot be read.' },
  envelopeForeign: { status: 400, message: 'The envelope belongs to another request.' },
  envelopeExpired: { status: 400, message: 'The envelope has expired.' },
  envelopeReused: { status: 400, message: 'The envelope was used before.' },
  consentMissing: { status: 400, message: 'A consent is needed first.' },
  tooManyRequests: { status: 429, message: 'Too many requests. Try again later.' },
  tokenInvalid: { status: 403, message: 'The token is not valid.' },
  tokenExpired: { status: 403, message: 'The token has expired.' },
  tokenForeign: { status: 403, message: 'The token is for another conversation.' },
  tokenMissing: { status: 401, message: 'A token is needed.' },
  certificateForeign: { status: 403, message: 'The certificate is another client’s.' },
  conversationUnknown: { status: 404, message: 'The conversation is unknown or over.' },
  requestUnreadable: { status: 400, message: 'The request is not valid HTTP.' },
  requestTooSlow: { status: 408, message: 'The request took too long to come in.' },
  headersTooLarge: { status: 431, message: 'The headers of the request are too long.' },
  headerRepeated: { status: 400, message: 'A header that may occur once was repeated.' },
  addressUnknown: { status: 404, message: 'There is nothing at this address.' },
  methodNotAllowed: { status: 405, message: 'This address does not accept this method.' },
  contentTypeNotSupported: { status: 415, message: 'This content type is not accepted.' },
  uploadNotSupported: { status: 415, message: 'Files cannot be sent to this bot.' },
  idempotencyKeyMissing: {
    status: 400,
    message: 'An Idempotency-Key of 1 to 100 letters, digits and -_ is needed.',
  },
  idempotencyKeyReused: { status: 409, message: 'This Idempotency-Key was used for another request.' },
  requestInProgress: { status: 409, message: 'The same request is being worked on. Ask again in a moment.' },
  signatureInvalid: { status: 403, message: 'The signature is not valid.' },
  loginWanted: { status: 401, message: 'Log in first.' },
  roleMissing: { status: 403, message: 'Your role does not allow this.' },
  otherSite: { status: 403, message: 'This was sent by a page of another site.' },
  upgradeRequired: { status: 426, message: 'This address takes WebSocket connections only.' },
  workWanted: { status: 428, message: 'The service is busy: a proof of work is needed first.' },
  overloaded: { status: 503, message: 'The service is too busy. Try again later.' },
  storeUnavailable: { status: 503, message: 'The service is not available. Try again later.' },
  settingsInvalid: { status: 500, message: 'Something went wrong. Try again later.' },
  keysUnusable: { status: 503, message: 'The service is not available. Try again later.' },
  keysForeign: { status: 503, message: 'The service is not available. Try again later.' },
  cipherSuiteUnknown: { status: 503, message: 'The service is not available. Try again later.' },
  auditTrailBroken: { status: 500, message: 'Something went wrong. Try again later.' },
  internal: { status: 500, message: 'Something went wrong. Try again later.' },
};

/**
 * The codes that Direct Line has its own word for, which users of its official client look for. Other codes are sent
 * unchanged.
 */
const outside: Partial<Record<AnswerCode, string>> = { tokenExpired: 'TokenExpired' };

/** A refusal for a reason that HTTP itself shows; `headers` are sent with the answer. */
export class RequestRefused extends UnfreezeError {
  readonly answer: AnswerCode;
  readonly headers: Record<string, string>;

  constructor(answer: AnswerCode, headers: Record<string, string> = {}) {
    super(answer in forLog ? forLog[answer as RequestCode] : (answer as ErrorCode), `refused: ${answer}`);
    this.answer = answer;
    this.headers = headers;
  }
}

const forLog: Record<RequestCode, ErrorCode> = {
  tokenMissing: 'tokenInvalid',
  certificateForeign: 'tokenInvalid',
  requestUnreadable: 'messageInvalid',
  requestTooSlow: 'messageInvalid',
  headersTooLarge: 'messageTooLarge',
  headerRepeated: 'messageInvalid',
  addressUnknown: 'messageInvalid',
  methodNotAllowed: 'messageInvalid',
  contentTypeNotSupported: 'messageInvalid',
  uploadNotSupported: 'messageInvalid',
  upgradeRequired: 'messageInvalid',
  idempotencyKeyMissing: 'messageInvalid',
  idempotencyKeyReused: 'messageInvalid',
  requestInProgress: 'storeUnavailable',
  overloaded: 'tooManyRequests',
  workWanted: 'tooManyRequests',
  signatureInvalid: 'tokenInvalid',
  loginWanted: 'tokenInvalid',
  roleMissing: 'tokenInvalid',
  otherSite: 'tokenInvalid',
};

export type ErrorAnswer = { status: number; headers: Record<string, string>; code: AnswerCode; body: object };

/** The way an error is written, as each group of addresses has promised to its clients. */
export type ErrorForm = {
  contentType: string;
  body(answer: { status: number; code: AnswerCode; message: string }): object;
};

/** The form that Direct Line's clients read. */
export const directLineErrors: ErrorForm = {
  contentType: 'application/json',
  body: ({ code, message }) => ({ error: { code: outside[code] ?? code, message } }),
};

/** The form of problem details (RFC 9457), with our stable `code` as an extension. */
export const problemForm: ErrorForm = {
  contentType: 'application/problem+json',
  body: ({ status, code, message }) => ({
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: message,
    code,
  }),
};

/**
 * Turns an error into an answer: a code and a sentence from a fixed table. Nothing else decides what leaves the
 * process.
 */
export function errorAnswer(error: unknown, form: ErrorForm = directLineErrors): ErrorAnswer {
  const code = answerCode(error);
  const { status, message } = answers[code];
  const headers = error instanceof RequestRefused ? error.headers : {};
  return { status, headers, code, body: form.body({ status, code, message }) };
}

function answerCode(error: unknown): AnswerCode {
  if (error instanceof RequestRefused) return error.answer;
  if (error instanceof UnfreezeError) return error.code;
  // Restify's errors are passed on only where their status blames the client. All others are internal errors.
  const { statusCode } = Object(error) as { statusCode?: unknown };
  if (statusCode === 404) return 'addressUnknown';
  if (statusCode === 405) return 'methodNotAllowed';
  return 'internal';
}
