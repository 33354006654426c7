import assert from 'node:assert/strict';
import { hkdfSync } from 'node:crypto';
import { derivedFrom, newestOf } from '../../kit/rotatingSecret.ts';
import { testKey } from '../testKey.ts';

describe('a key that is derived from a secret that rotates', () => {
  const derivedBy = (number: number, purpose: string) =>
    Buffer.from(hkdfSync('sha256', Buffer.alloc(32, number), '', purpose, 32));

  it('is what HKDF gives for its purpose, one for each secret', () => {
    const keys = derivedFrom(() => [testKey(1), testKey(2)], 'letters');
    assert.deepEqual(
      keys().map((key) => key.export()),
      [derivedBy(1, 'letters'), derivedBy(2, 'letters')],
    );
  });

  it('is made once, and another one with the next rotation', () => {
    const secrets = [testKey(1)];
    const keys = derivedFrom(() => secrets, 'letters');
    const before = newestOf(keys);
    assert.equal(newestOf(keys), before);
    secrets.unshift(testKey(2));
    assert.deepEqual(newestOf(keys).export(), derivedBy(2, 'letters'));
    assert.equal(keys()[1], before);
  });

  it('cannot be had where there is no secret', () => {
    assert.throws(() => newestOf(derivedFrom(() => [], 'letters')), /a secret that there is none of/);
  });
});
