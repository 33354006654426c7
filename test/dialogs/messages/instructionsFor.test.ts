import assert from 'node:assert/strict';
import { instructionsFor } from '../../../dialogs/messages/instructionsFor.ts';

describe('the instructions for what will be asked', () => {
  it('are the item’s own where it is the only one', () => {
    assert.deepEqual(instructionsFor('en', ['identityDocument']), {
      id: 'instructions.identityDocument',
      facts: {},
    });
    assert.deepEqual(instructionsFor('en', ['transactionPassword']), {
      id: 'instructions.transactionPassword',
      facts: {},
    });
  });

  it('are those of the pair where both are asked for in their order', () => {
    const both = instructionsFor('en', ['identityDocument', 'transactionPassword']);
    assert.deepEqual(both, { id: 'instructions.both', facts: {} });
  });

  it('list any others by their names, in the order in which they are asked for', () => {
    const demands = ['transactionPassword', 'identityDocument'] as const;
    assert.deepEqual(instructionsFor('en', demands), {
      id: 'instructions.several',
      facts: { items: 'your six-digit transaction password and the number of your identity document' },
    });
    assert.equal(instructionsFor('zh-Hans', demands).facts.items, '六位交易密码和证件号码');
  });
});
