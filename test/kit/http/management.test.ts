import assert from 'node:assert/strict';
import { showsMetrics } from '../../../kit/http/management.ts';

describe('the metrics on the port that customers reach', () => {
  it('are shown outside production alone, and nowhere beside a port of their own', () => {
    assert.equal(showsMetrics({ managementPort: undefined, production: false }), true);
    assert.equal(showsMetrics({ managementPort: undefined, production: true }), false);
    for (const production of [true, false])
      assert.equal(showsMetrics({ managementPort: 9464, production }), false);
  });
});
