import assert from 'node:assert/strict';
import { type ErrorCode, UnfreezeError } from '../../kit/errors.ts';

/** The codes that callers rely on; one more, one less or one renamed does not compile here. */
const codes = {
  messageInvalid: 'messageInvalid',
  messageTooLarge: 'messageTooLarge',
  authenticationRequestUnknown: 'authenticationRequestUnknown',
  envelopeUnreadable: 'envelopeUnreadable',
  envelopeForeign: 'envelopeForeign',
  envelopeExpired: 'envelopeExpired',
  envelopeReused: 'envelopeReused',
  consentMissing: 'consentMissing',
  tooManyRequests: 'tooManyRequests',
  tokenInvalid: 'tokenInvalid',
  tokenExpired: 'tokenExpired',
  tokenForeign: 'tokenForeign',
  conversationUnknown: 'conversationUnknown',
  settingsInvalid: 'settingsInvalid',
  keysUnusable: 'keysUnusable',
  keysForeign: 'keysForeign',
  cipherSuiteUnknown: 'cipherSuiteUnknown',
  auditTrailBroken: 'auditTrailBroken',
  storeUnavailable: 'storeUnavailable',
  internal: 'internal',
} as const satisfies { [Code in ErrorCode]: Code };

describe('an error of ours', () => {
  for (const code of Object.values(codes)) {
    it(`carries the code ${code}`, () => assert.equal(new UnfreezeError(code, 'for the log').code, code));
  }

  it('is an error like any other, by its own name', () => {
    const error = new UnfreezeError('internal', 'for the log');
    assert.ok(error instanceof Error);
    assert.match(error.stack ?? '', /errors\.test\.ts/);
    assert.equal(String(error), 'UnfreezeError: for the log');
  });

  it('keeps what caused it', () => {
    const cause = new Error('the disk is full');
    assert.equal(new UnfreezeError('storeUnavailable', 'for the log', { cause }).cause, cause);
    assert.equal('cause' in new UnfreezeError('storeUnavailable', 'for the log'), false);
  });

  it('is its name and its code where somebody writes it as JSON, never its message or its cause', () => {
    const error = new UnfreezeError('tokenInvalid', 'for the log', { cause: new Error('for the log too') });
    assert.deepEqual(JSON.parse(JSON.stringify(error)), { name: 'UnfreezeError', code: 'tokenInvalid' });
  });
});
