import assert from 'node:assert/strict';
import { initializationVector } from '../../kit/initializationVector.ts';

describe('an initialization vector', () => {
  it('has twelve bytes and is given out once', () => {
    const many = Array.from({ length: 1000 }, initializationVector);
    assert.ok(many.every(({ length }) => length === 12));
    assert.equal(new Set(many.map((one) => one.toString('hex'))).size, many.length);
  });

  it('stays as it was given out', () => {
    const first = initializationVector();
    const before = first.toString('hex');
    for (let count = 0; count < 1000; count++) initializationVector();
    assert.equal(first.toString('hex'), before);
  });
});
