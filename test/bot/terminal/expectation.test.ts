import assert from 'node:assert/strict';
import { expectation } from '../../../bot/terminal/expectation.ts';
import type { Reply } from '../../../bot/turn/reply.ts';
import { asked } from './awaitedItems.ts';

const reply = (leadsToPerson?: boolean): Reply => ({
  type: 'message',
  channelData: { thawline: { messageId: 'agent', ...(leadsToPerson !== undefined && { leadsToPerson }) } },
});

describe('what a channel with a keypad is told to expect', () => {
  it('is what the dialogs wait for, without their words', () => {
    assert.deepEqual(expectation({ what: 'words' }, []), { what: 'words' });
    assert.deepEqual(expectation({ what: 'return' }, []), { what: 'words', unhurried: true });
    assert.deepEqual(expectation({ what: 'cardNumber' }, []), { what: 'number' });
    assert.deepEqual(expectation(asked('identityDocument'), []), { what: 'secret', lastMayBeX: true });
    assert.deepEqual(expectation(asked('transactionPassword'), []), { what: 'secret', lastMayBeX: false });
  });

  it('names the reply after which the customer is put through to a person, as the dialog marked it', () => {
    const replies = [reply(), reply(true), reply(true)];
    for (const awaited of [{ what: 'cardNumber' }, asked('identityDocument'), { what: 'return' }] as const) {
      assert.equal(expectation(awaited, replies).personAfter, 1);
    }
    assert.deepEqual(expectation({ what: 'cardNumber' }, replies), { what: 'number', personAfter: 1 });
    const none = [reply(), reply(false), { type: 'message' }];
    assert.equal(expectation({ what: 'words' }, none).personAfter, undefined);
  });

  it('counts what is read or heard, and no event', () => {
    const event: Reply = { type: 'event', name: 'handoff.initiate' };
    assert.equal(expectation({ what: 'words' }, [reply(), event, reply(true)]).personAfter, 1);
  });
});
