import assert from 'node:assert/strict';
import { instructionsFor } from '../../../dialogs/messages/instructionsFor.ts';
import { ordinarySentences } from '../../../dialogs/messages/wording.ts';
import type { AuthenticationItem } from '../../../services/contract/items/index.ts';

describe('the instructions for what will be asked', () => {
  it('are the item’s own where it is the only one', () => {
    assert.deepEqual(instructionsFor(ordinarySentences, 'en', { demands: ['identityDocument'] }), {
      id: 'instructions.identityDocument',
      facts: {},
    });
    assert.deepEqual(instructionsFor(ordinarySentences, 'en', { demands: ['transactionPassword'] }), {
      id: 'instructions.transactionPassword',
      facts: {},
    });
  });

  it('are those of the pair where both are asked for in their order', () => {
    const both = instructionsFor(ordinarySentences, 'en', {
      demands: ['identityDocument', 'transactionPassword'],
    });
    assert.deepEqual(both, { id: 'instructions.both', facts: {} });
  });

  it('list any others by their names, in the order in which they are asked for', () => {
    const demands: AuthenticationItem[] = ['transactionPassword', 'identityDocument'];
    assert.deepEqual(instructionsFor(ordinarySentences, 'en', { demands }), {
      id: 'instructions.several',
      facts: { items: 'your six-digit transaction password and the number of your identity document' },
    });
    assert.equal(
      instructionsFor(ordinarySentences, 'zh-Hans', { demands }).facts.items,
      '六位交易密码和证件号码',
    );
  });

  it('say that a link comes where the registered phone must be shown', () => {
    assert.deepEqual(
      instructionsFor(ordinarySentences, 'en', { demands: ['identityDocument'], held: ['registeredPhone'] }),
      {
        id: 'instructions.byLink',
        facts: { items: 'the number of your identity document' },
      },
    );
  });
});
