import assert from 'node:assert/strict';
import { hours, instant, later } from '../../../kit/time.ts';
import type { CardDates } from '../../../services/cardSystem/cardDates.ts';
import type { FreezeReason } from '../../../services/contract/freezeReason.ts';
import type { Circumstances } from '../../../services/presetConditions/condition.ts';
import { datesAreBelievable } from '../../../services/presetConditions/datesAreBelievable.ts';
import { obstacle } from '../../../services/presetConditions/index.ts';
import { longEnoughSince } from '../../../services/presetConditions/longEnoughSince.ts';
import { defaultPolicy, type FreezePolicy, type Policy } from '../../../services/presetConditions/policy.ts';
import { asked } from './asked.ts';

const ago = (time: number) => instant(later(asked.now, -time));
const frozen = (dates: CardDates, freezes: FreezeReason[] = ['customerRequest']): Circumstances => ({
  ...asked,
  dates,
  freezes,
  status: 'frozen',
  reserved: { identityDocument: true, transactionPassword: true },
});
const own = (coolingOff: Extract<FreezePolicy, { remote: true }>['coolingOff']): Policy => ({
  ...defaultPolicy,
  customerRequest: { remote: true, demand: 'allReserved', held: 'nothing', help: 'branch', coolingOff },
});
const period = (length: number) => ({ text: `PT${length / hours}H`, milliseconds: length });

describe('the time since what protects a card was changed', () => {
  it('is by default twelve hours after a new phone or password, and none after the freeze', () => {
    for (const date of ['phoneChangedAt', 'passwordChangedAt'] as const) {
      const notYet = { until: ago(-1), because: 'justChanged' };
      assert.deepEqual(longEnoughSince(frozen({ [date]: ago(12 * hours - 1) }), defaultPolicy), {
        obstacle: 'notRemote',
        help: 'agent',
        notYet,
      });
      assert.equal(longEnoughSince(frozen({ [date]: ago(12 * hours) }), defaultPolicy), undefined, date);
    }
    assert.equal(longEnoughSince(frozen({ frozenAt: ago(0) }), defaultPolicy), undefined);
    assert.equal(longEnoughSince(frozen({}), defaultPolicy), undefined);
  });

  it('is what the policy says, for what it says, and as usual for the rest', () => {
    const policy = own({ frozen: period(1 * hours), phoneChanged: period(0) });
    const waits = (dates: CardDates) => {
      const found = longEnoughSince(frozen(dates), policy);
      return found && 'notYet' in found ? found.notYet : found;
    };
    assert.deepEqual(waits({ frozenAt: ago(0) }), { until: ago(-1 * hours), because: 'justFrozen' });
    assert.equal(waits({ phoneChangedAt: ago(0) }), undefined);
    assert.deepEqual(waits({ passwordChangedAt: ago(0) }), {
      until: ago(-12 * hours),
      because: 'justChanged',
    });
  });

  it('is the longest of what stands against it, and does not say whether it was the phone or the password', () => {
    const dates = { phoneChangedAt: ago(3 * hours), passwordChangedAt: ago(1 * hours) };
    const found = longEnoughSince(frozen(dates, ['customerRequest', 'abnormalTransaction']), defaultPolicy);
    assert.deepEqual(found, {
      obstacle: 'notRemote',
      help: 'agent',
      notYet: { until: ago(-11 * hours), because: 'justChanged' },
    });
  });

  it('is not spoken of where the customer could not unfreeze the card later either', () => {
    const dates = { phoneChangedAt: ago(0) };
    assert.deepEqual(obstacle(frozen(dates, ['reportedLost']), defaultPolicy), {
      obstacle: 'notRemote',
      help: 'agent',
    });
    const nothing = { ...frozen(dates), reserved: { identityDocument: false, transactionPassword: false } };
    assert.deepEqual(obstacle(nothing, defaultPolicy), { obstacle: 'notRemote', help: 'agent' });
    assert.ok('notYet' in (obstacle(frozen(dates), defaultPolicy) ?? {}));
  });

  it('rests on no date that has not come yet: a person helps then, but for what clocks may differ', () => {
    for (const date of ['frozenAt', 'phoneChangedAt', 'passwordChangedAt'] as const) {
      const tomorrow = frozen({ [date]: ago(-24 * hours) });
      assert.deepEqual(obstacle(tomorrow, own({})), { obstacle: 'notRemote', help: 'branch' }, date);
      assert.equal(datesAreBelievable(frozen({ [date]: ago(-60_000) }), defaultPolicy), undefined, date);
    }
  });
});
