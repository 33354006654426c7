import assert from 'node:assert/strict';
import sinon from 'sinon';
import { assertRealClocks } from './realClocks.ts';

describe('a test file that leaves a clock faked', () => {
  const real = globalThis.setTimeout;

  it('fails by name, and leaves the next file a real one', () => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      assert.throws(assertRealClocks, /^Error: setTimeout: left faked/);
      assert.equal(globalThis.setTimeout, real);
    } finally {
      clock.restore();
    }
  });

  it('is told from one that has put it back', () => {
    sinon.useFakeTimers().restore();
    assertRealClocks();
  });
});
