/**
 * Why a request was refused, as the outside may know it: stable, and free of anything that was sent.
 * `storeUnavailable` and `internal` mean that the caller may try again; all others that it must change something.
 */
export type ErrorCode =
  | 'messageInvalid'
  | 'messageTooLarge'
  | 'authenticationRequestUnknown'
  | 'envelopeUnreadable'
  | 'envelopeForeign'
  | 'envelopeExpired'
  | 'envelopeReused'
  | 'consentMissing'
  | 'tooManyRequests'
  | 'tokenInvalid'
  | 'tokenExpired'
  | 'tokenForeign'
  | 'conversationUnknown'
  | 'settingsInvalid'
  | 'keysUnusable'
  | 'keysForeign'
  | 'cipherSuiteUnknown'
  | 'auditTrailBroken'
  | 'storeUnavailable'
  | 'internal';

/**
 * The one base of all errors that Thawline throws on purpose. The message is for the log and the operator;
 * only the code leaves the process. Neither ever holds a card number, an identity document or a password.
 */
export class UnfreezeError extends Error {
  override readonly name = 'UnfreezeError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
