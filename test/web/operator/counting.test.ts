import assert from 'node:assert/strict';
import type { Count } from '../../../services/contract/conversationsRead.ts';

import { linkFates, messageFates, solvedCounts } from '../../../web/operator/counting.ts';

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

describe('what customers say of it', () => {
  it('is counted as yes, no, and no answer', () => {
    const counts = [
      told('askedWhetherSolved', '', 9),
      told('solved', 'yes', 5),
      told('solved', 'no', 1),
      told('reached', '', 20),
    ];
    assert.deepEqual(solvedCounts(counts), { yes: 5, no: 1, silent: 3 });
    // What was asked in the hour before may be answered in this one.
    assert.deepEqual(solvedCounts([told('solved', 'yes', 1)]), { yes: 1, no: 0, silent: 0 });
  });
});

describe('what has become of links and codes', () => {
  const told = { channel: 'sms', language: '', step: '', reason: '' };
  const count = (kind: string, many: number, outcome = '') => ({ ...told, kind, outcome, count: many });

  it('is counted by which of the two was asked for; nothing where nobody has asked', () => {
    assert.deepEqual(linkFates([count('messageSent', 9, 'secureLink')]), []);
    const bank = [
      count('secureLinkRequested', 5, 'secureLink'),
      count('secureLinkRequested', 4, 'secureCode'),
      ...[count('secureCodeEntered', 3), count('secureCodeEnded', 1), count('secureLinkDenied', 2)],
    ];
    assert.deepEqual(linkFates(bank), [
      { kind: 'secureLink', askedFor: 5, entered: 0, ended: 0, denied: 2 },
      { kind: 'secureCode', askedFor: 4, entered: 3, ended: 1, denied: 0 },
    ]);
  });
});
