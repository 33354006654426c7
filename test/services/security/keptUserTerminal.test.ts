import assert from 'node:assert/strict';
import { keptUserTerminal } from '../../../services/security/keptUserTerminal.ts';

const fields = { index: (purpose: string, value: string) => `HMAC of ${purpose} ${value.length}` };

describe('a user terminal as it is kept', () => {
  it('has no telephone number, and all else as it was', () => {
    assert.deepEqual(keptUserTerminal(fields, { channel: 'sms', address: '+12025550101', network: 'x' }), {
      channel: 'sms',
      address: 'HMAC of telephone 12',
      network: 'x',
    });
    const browser = { channel: 'webChat', address: 'a-conversation' } as const;
    assert.equal(keptUserTerminal(fields, browser), browser);
  });
});
