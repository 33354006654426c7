import assert from 'node:assert/strict';
import { lockQuestion } from '../../../dialogs/interruptions/lockQuestion.ts';
import { authenticationRequest, card } from '../dialogConversation.ts';
import { listening } from './listening.ts';

const left = { outcome: undefined, says: [] };
const { id } = authenticationRequest;

async function afterLock(lockedUntil: string | null) {
  const conversation = listening();
  await conversation.earlier((context) => conversation.lock.begins(context, card, id));
  conversation.processor.unfreezeRequestState.resolves({ id, state: 'locked', lockedUntil });
  return conversation;
}

describe('the listener for questions about a lock', () => {
  it('answers in a conversation that has heard of one, as long as it stands', async () => {
    for (const text of ['when can I try again', 'why?', '我被锁了', 'how many tries are left']) {
      const { hears } = await afterLock('2026-03-02T08:15:00.000Z');
      assert.deepEqual((await hears(lockQuestion, text)).says, ['lock.stands'], text);
    }
  });

  it('offers a person to who asks a third time, and begins again', async () => {
    const { hears, processor } = await afterLock('2026-03-02T08:15:00.000Z');
    for (const says of ['lock.stands', 'lock.stands', 'lock.person', 'lock.stands'])
      assert.deepEqual((await hears(lockQuestion, 'I am locked out')).says, [says]);
    processor.unfreezeRequestState.resolves({ id, state: 'locked' });
    assert.deepEqual(await hears(lockQuestion, 'I am locked out'), left);
  });

  it('names the staff where only they end it', async () => {
    const { hears } = await afterLock(null);
    assert.deepEqual((await hears(lockQuestion, '什么时候可以再试')).says, ['lock.standsUntilReleased']);
  });

  it('leaves it alone where nobody has heard of one: a stranger learns nothing', async () => {
    const { hears, open } = listening();
    for (const text of ['I am locked out', 'when can I try again']) {
      assert.deepEqual(await hears(lockQuestion, text), left);
      assert.deepEqual(await hears(lockQuestion, text, { open: open.item('identityDocument') }), left);
    }
  });

  it('tells the tries that were told last, and before the first no number', async () => {
    const { hears, open } = listening();
    const asked = { open: open.item('identityDocument') };
    assert.deepEqual((await hears(lockQuestion, 'how many tries do I have', asked)).says, ['tries.some']);
    const request = { ...authenticationRequest, attempt: 2, attemptsLeft: 1 };
    const second = {
      open: { ...asked.open, about: { item: 'identityDocument', authenticationRequest: request } },
    };
    assert.deepEqual(await hears(lockQuestion, '还能试几次', second), {
      outcome: { next: 'askAgain' },
      says: ['tries.left'],
    });
  });
});
