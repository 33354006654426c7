import assert from 'node:assert/strict';
import { profiles } from '../../../services/profiles/profiles.ts';
import { quietUntil } from '../../../services/profiles/quietUntil.ts';

const until = (at: string, profile: keyof typeof profiles = 'hk') =>
  quietUntil(profiles[profile], new Date(at))?.toISOString();

describe('quiet hours', () => {
  it('end in the morning of the customer’s country, whichever side of midnight it is', () => {
    assert.equal(until('2026-11-24T13:00:00.000Z'), '2026-11-25T00:00:00.000Z');
    assert.equal(until('2026-11-24T16:30:59.999Z'), '2026-11-25T00:00:00.000Z');
    assert.equal(until('2026-11-24T23:59:01.000Z'), '2026-11-25T00:00:00.000Z');
  });

  it('are over to the minute', () => {
    assert.equal(until('2026-11-24T12:59:59.999Z'), undefined);
    assert.equal(until('2026-11-25T00:00:00.000Z'), undefined);
  });

  it('last longer where a country says so, and are nowhere where none are known', () => {
    assert.equal(until('2026-11-25T00:30:00.000Z', 'tw'), '2026-11-25T01:00:00.000Z');
    assert.equal(until('2026-11-24T16:30:00.000Z', 'other'), undefined);
  });
});
