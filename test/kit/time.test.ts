import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hours, Instant, instant, later, minutes } from '../../kit/time.ts';

const moment = fc.date({
  min: new Date('0001-01-01T00:00:00.000Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('an instant', () => {
  it('is written so that it is read again', () => {
    fc.assert(
      fc.property(moment, (date) => {
        assert.equal(new Date(Instant.parse(instant(date))).getTime(), date.getTime());
      }),
    );
  });

  it('sorts as text as it does in time', () => {
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        assert.equal(instant(one) < instant(other), one.getTime() < other.getTime());
      }),
    );
  });

  for (const wrong of [
    '2026-11-24',
    '2026-11-24T08:00:00Z',
    '2026-11-24T08:00:00.0000Z',
    '2026-11-24T08:00:00.000',
    '2026-11-24T16:00:00.000+08:00',
    '2026-11-24 08:00:00.000Z',
    '2026-02-30T08:00:00.000Z',
    '2026-11-24T24:00:00.000Z',
    '',
  ]) {
    it(`is never written as '${wrong}'`, () => assert.equal(Instant.safeParse(wrong).success, false));
  }

  it('is never made of a date that is none', () => {
    assert.throws(() => instant(new Date('soon')), RangeError);
  });

  it('is counted on from, and not changed', () => {
    const date = new Date('2026-11-24T23:30:00.000Z');
    assert.equal(instant(later(date, hours + 15 * minutes)), '2026-11-25T00:45:00.000Z');
    assert.equal(instant(date), '2026-11-24T23:30:00.000Z');
  });
});
