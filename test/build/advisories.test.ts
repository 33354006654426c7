import assert from 'node:assert/strict';
import { judged } from '../../build/advisories.ts';

describe('advisories', () => {
  const report = (vulnerabilities: Record<string, number>) => ({ metadata: { vulnerabilities } });

  it('stop a release where one is high or critical, and are counted where none is', () => {
    assert.deepEqual(judged(report({ total: 3, low: 3, high: 0, critical: 0 })), {
      says: '3 known, of which 0 high and 0 critical',
      code: 0,
    });
    assert.equal(judged(report({ total: 1, high: 1 })).code, 1);
    assert.equal(judged(report({ total: 1, critical: 1 })).code, 1);
  });

  it('are said not to be had where the registry has none, instead of none to be known', () => {
    for (const answer of [undefined, { error: { code: 'E405' } }, []])
      assert.match(judged(answer).says, /^this registry has no advisories/);
  });
});
