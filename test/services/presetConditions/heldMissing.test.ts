import assert from 'node:assert/strict';
import type { Channel } from '../../../services/contract/channels.ts';
import type { Circumstances } from '../../../services/presetConditions/condition.ts';
import { heldCanBeShown } from '../../../services/presetConditions/heldCanBeShown.ts';
import { heldMissing } from '../../../services/presetConditions/heldMissing.ts';
import type { HeldDemand } from '../../../services/presetConditions/holdings.ts';
import { defaultPolicy, type FreezePolicy, type Policy } from '../../../services/presetConditions/policy.ts';
import { asked } from './asked.ts';

const both = { identityDocument: true, transactionPassword: true };
const document = { identityDocument: true, transactionPassword: false };
const password = { identityDocument: false, transactionPassword: true };
const frozen: Circumstances = {
  ...asked,
  status: 'frozen',
  freezes: ['customerRequest'],
  reserved: document,
};

describe('what must be held', () => {
  const missing = (change: Partial<Circumstances>, policy: Policy = defaultPolicy) =>
    heldMissing({ ...frozen, ...change }, policy);
  const own = (held: HeldDemand, line: Partial<Extract<FreezePolicy, { remote: true }>> = {}): Policy => ({
    ...defaultPolicy,
    customerRequest: { remote: true, demand: 'allReserved', held, help: 'agent', ...line },
  });

  it('is by default the registered phone, where nothing that is reserved is a secret', () => {
    for (const reason of ['customerRequest', 'abnormalTransaction'] as const) {
      assert.deepEqual(missing({ freezes: [reason] }), ['registeredPhone'], reason);
      assert.deepEqual(missing({ freezes: [reason], reserved: both }), [], reason);
      assert.deepEqual(missing({ freezes: [reason], reserved: password }), [], reason);
    }
  });

  it('is shown by the link alone: by no number that somebody calls or writes from', () => {
    const channels: Channel[] = ['webChat', 'voice', 'sms', 'whatsApp'];
    for (const channel of channels) assert.deepEqual(missing({ channel }), ['registeredPhone'], channel);
    assert.deepEqual(missing({ channel: 'secureForm' }), []);
  });

  it('is always the registered phone where the bank wants two factors', () => {
    assert.deepEqual(missing({ reserved: both }, own('registeredPhone')), ['registeredPhone']);
  });

  it('is nothing where the bank says so', () => {
    assert.deepEqual(missing({}, own('nothing')), []);
  });

  it('may differ by channel, and is what the strictest of several freezes wants', () => {
    const policy = own('nothing', { byChannel: { voice: { held: 'registeredPhone' } } });
    assert.deepEqual(missing({ channel: 'voice', reserved: both }, policy), ['registeredPhone']);
    assert.deepEqual(missing({ reserved: both }, policy), []);
    const freezes = ['customerRequest', 'abnormalTransaction'] as const;
    assert.deepEqual(missing({ freezes }, policy), ['registeredPhone']);
  });

  it('is no way out where it cannot be shown: the bank’s staff help', () => {
    assert.equal(heldCanBeShown(frozen, defaultPolicy), undefined);
    const obstacle = { obstacle: 'notRemote', help: 'agent' };
    assert.deepEqual(heldCanBeShown({ ...frozen, canBeShown: [] }, defaultPolicy), obstacle);
    assert.equal(heldCanBeShown({ ...frozen, reserved: both, canBeShown: [] }, defaultPolicy), undefined);
  });
});
