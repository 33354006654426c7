import assert from 'node:assert/strict';
import type { Count } from '../../../services/contract/operatorFigures.ts';
import { messageFates } from '../../../web/operator/counting.ts';

const told = (kind: string, outcome: string, count: number): Count => ({
  ...{ channel: '', language: '', step: '', reason: '' },
  ...{ kind, outcome, count },
});

describe('what has become of messages', () => {
  it('is counted by their kind, whichever way they went', () => {
    const bank = [
      told('messageSent', 'unfreezeReceipt', 7),
      told('receiptSentByBank', 'unfreezeReceipt', 2),
      told('receiptArrived', 'unfreezeReceipt', 6),
      told('receiptUnreached', 'unfreezeReceipt', 1),
      told('messageSent', 'secureLink', 4),
      told('messageGivenUp', 'secureLink', 1),
      told('cardUnfrozen', '', 9),
    ];
    assert.deepEqual(messageFates(bank), [
      { kind: 'secureLink', sent: 4, arrived: 0, givenUp: 1, unreached: 0 },
      { kind: 'unfreezeReceipt', sent: 9, arrived: 6, givenUp: 0, unreached: 1 },
    ]);
    assert.deepEqual(messageFates([]), []);
  });
});
