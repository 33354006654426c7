import assert from 'node:assert/strict';
import Mocha from 'mocha';
import { patient } from './pace.ts';

describe('the limits of the tests', () => {
  it('are as long as this machine is slow, and never shorter than they say', () => {
    assert.ok(patient(1000) >= 1000);
    const runnable = new Mocha.Runnable('waits', () => {});
    runnable.timeout(100);
    assert.equal(runnable.timeout(), patient(100));
  });
});
