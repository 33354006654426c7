import assert from 'node:assert/strict';
import { expectation } from '../../../bot/terminal/expectation.ts';
import type { Awaited } from '../../../dialogs/prompts/awaited.ts';
import { authenticationRequest } from '../../dialogs/dialogConversation.ts';

const reply = (thawline: object) => ({ channelData: { thawline } });
const item = (one: 'identityDocument' | 'transactionPassword'): Awaited => ({
  ...{ what: 'authenticationItem', item: one },
  authenticationRequest,
});

describe('what a channel with a keypad is told to expect', () => {
  it('is what the dialogs wait for, without their words', () => {
    assert.deepEqual(expectation({ what: 'words' }, []), { what: 'words' });
    assert.deepEqual(expectation({ what: 'return' }, []), { what: 'words', unhurried: true });
    assert.deepEqual(expectation({ what: 'cardNumber' }, []), { what: 'number' });
    assert.deepEqual(expectation(item('identityDocument'), []), { what: 'secret', lastMayBeX: true });
    assert.deepEqual(expectation(item('transactionPassword'), []), { what: 'secret', lastMayBeX: false });
  });

  it('names the reply that says itself that it leads to a person', () => {
    const replies = [reply({}), reply({ leadsToPerson: true }), reply({ leadsToPerson: true })];
    assert.deepEqual(expectation({ what: 'cardNumber' }, replies), { what: 'number', personAfter: 1 });
    assert.equal(expectation({ what: 'words' }, [reply({ messageId: 'agent' }), {}]).personAfter, undefined);
  });
});
