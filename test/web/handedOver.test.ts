import assert from 'node:assert/strict';
import sinon from 'sinon';
import { handOver, takeOver } from '../../web/chat/handedOver.ts';

describe('what stands in a form that goes', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => clock.restore());

  it('is taken once, by the form for the same item of the same attempt', () => {
    handOver('request 1 password', '246801');
    assert.equal(takeOver('request 1 password'), '246801');
    assert.equal(takeOver('request 1 password'), undefined);
  });

  it('is gone when another form asks', () => {
    handOver('request 1 password', '246801');
    assert.equal(takeOver('request 2 password'), undefined);
    assert.equal(takeOver('request 1 password'), undefined);
  });

  it('is gone a second later', () => {
    handOver('request 1 password', '246801');
    clock.tick(1000);
    assert.equal(takeOver('request 1 password'), undefined);
  });
});
