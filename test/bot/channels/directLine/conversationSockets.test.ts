import assert from 'node:assert/strict';
import { ConversationSockets } from '../../../../bot/channels/directLine/conversationSockets.ts';

describe('the sockets of a conversation', () => {
  it('are one of each client, the newest', () => {
    const sockets = new ConversationSockets<string>();
    assert.deepEqual(sockets.add('c', '', 'first'), []);
    assert.deepEqual(sockets.add('c', '', 'second'), ['first']);
    assert.deepEqual(sockets.of('c'), ['second']);
  });

  it('are those of three clients, and the oldest goes for a fourth', () => {
    const sockets = new ConversationSockets<string>();
    for (const client of ['a', 'b', 'c']) assert.deepEqual(sockets.add('c', client, client), []);
    assert.deepEqual(sockets.add('c', 'd', 'd'), ['a']);
    assert.deepEqual(sockets.add('c', 'c', 'c again'), ['c']);
    assert.deepEqual(sockets.of('c'), ['b', 'd', 'c again']);
    assert.deepEqual(sockets.add('other', 'a', 'elsewhere'), []);
    assert.deepEqual(sockets.all(), ['b', 'd', 'c again', 'elsewhere']);
  });

  it('are forgotten when they are gone', () => {
    const sockets = new ConversationSockets<string>();
    sockets.add('c', 'a', 'one');
    sockets.remove('c', 'another');
    assert.ok(sockets.has('c', 'one'));
    sockets.remove('c', 'one');
    assert.deepEqual([sockets.has('c', 'one'), sockets.all()], [false, []]);
  });
});
