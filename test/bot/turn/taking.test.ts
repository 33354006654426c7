import assert from 'node:assert/strict';
import { holdingOf, standingOf } from '../../../bot/turn/taking.ts';
import { conversationKey, deliveryKey } from '../../../bot/turn/turnRows.ts';
import type { ConversationRow } from '../../../bot/turn/turnTables.ts';
import { delivery } from './notingTerminal.ts';

describe('a delivery on its way to its turn', () => {
  it('claims it under another name each time, for the same conversation and the same delivery', () => {
    const [one, other] = [holdingOf(delivery('a')), holdingOf(delivery('a'))];
    assert.notEqual(one.holder, other.holder);
    assert.deepEqual([one.conversation, one.delivery], [other.conversation, other.delivery]);
    assert.equal(one.conversation, conversationKey('sms', '+86 138'));
    assert.equal(one.delivery, deliveryKey('sms', 'a'));
  });

  it('is one that never came before where its channel gives it no id', () => {
    assert.notEqual(holdingOf(delivery()).delivery, holdingOf(delivery()).delivery);
  });
});

describe('how a conversation stands', () => {
  const row = (state: string | null, awaits: string | null) => ({ state, awaits }) as ConversationRow;

  it('is what was written, and nothing before the first turn', () => {
    assert.deepEqual(standingOf(row('{"a":1}', '{"b":2}')), { state: { a: 1 }, awaits: { b: 2 } });
    for (const none of [undefined, row(null, null)]) {
      assert.deepEqual(standingOf(none), { state: undefined, awaits: undefined });
    }
  });

  it('says of what cannot be read that it was there', () => {
    assert.deepEqual(standingOf(row('{"a":', '')), {
      state: { unreadable: true },
      awaits: { unreadable: true },
    });
  });
});
