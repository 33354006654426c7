import assert from 'node:assert/strict';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { isSignedByCarrier } from '../../../../bot/channels/twilio/signature.ts';

const url = 'https://bank.example/twilio/voice/steps/3?x=1';
const parameters = { AccountSid: `AC${'0'.repeat(32)}`, CallSid: `CA${'1'.repeat(32)}`, Digits: '12' };
const signature = getExpectedTwilioSignature('token', url, parameters);
const given = { url, parameters, signature, tokens: ['token'] };

describe('the signature of a carrier', () => {
  it('holds for the address and the parameters that it was made over', () => {
    assert.equal(isSignedByCarrier(given), true);
  });

  it('was made by the present token or by the next', () => {
    assert.equal(isSignedByCarrier({ ...given, tokens: ['old', 'token'] }), true);
    assert.equal(isSignedByCarrier({ ...given, tokens: ['old', 'other'] }), false);
    assert.equal(isSignedByCarrier({ ...given, tokens: [] }), false);
  });

  it('does not hold for anything else', () => {
    assert.equal(isSignedByCarrier({ ...given, parameters: { ...parameters, Digits: '13' } }), false);
    assert.equal(isSignedByCarrier({ ...given, parameters: { ...parameters, Extra: '1' } }), false);
    assert.equal(isSignedByCarrier({ ...given, url: url.replace('bank', 'bonk') }), false);
    assert.equal(isSignedByCarrier({ ...given, url: url.replace('steps/3', 'steps/4') }), false);
    assert.equal(isSignedByCarrier({ ...given, signature: `${signature} ` }), false);
    assert.equal(isSignedByCarrier({ ...given, signature: undefined }), false);
    assert.equal(isSignedByCarrier({ ...given, signature: '' }), false);
  });

  it('is never made by a token that is empty', () => {
    const empty = getExpectedTwilioSignature('', url, parameters);
    assert.equal(isSignedByCarrier({ ...given, signature: empty, tokens: [''] }), false);
  });
});
