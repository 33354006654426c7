/**
 * The reason of a refusal, as the outside may know it: stable, and without anything that was sent. After
 * `storeUnavailable` and `internal` the caller may try again; after all others it must change something first.
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
 * The one base class of all errors that Thawline throws on purpose. The message is for the log and the operator; only
 * the code leaves the process. Neither ever holds a card number, an identity document or a password.
 */
export class UnfreezeError extends Error {
  override readonly name = 'UnfreezeError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
