import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { ChatActivity } from '../../web/chat/chatActivity.ts';
import { ChatOutbox } from '../../web/chat/outbox.ts';
import { ServiceRefused } from '../../web/chat/serviceRefused.ts';

const activity = (clientActivityID: string): ChatActivity => ({
  type: 'message',
  channelData: { clientActivityID },
});

describe('what waits to be sent', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => clock.restore());

  /** @param answers what becomes of each try, in turn; the last for all that follow */
  function outbox(...answers: (() => Promise<string>)[]) {
    const sent: (string | undefined)[] = [];
    const heard: string[] = [];
    const late = sinon.stub();
    const refused = sinon.stub();
    const box = new ChatOutbox({
      post: (one) => {
        sent.push(one.channelData?.clientActivityID);
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        return answer?.() ?? Promise.reject(new Error('none'));
      },
      refused,
      late,
    });
    const says = (id: string) =>
      box.posted(activity(id)).subscribe({
        next: (taken) => heard.push(`${id} is ${taken}`),
        error: (error) => heard.push(`${id} failed: ${error instanceof Error && error.message}`),
      });
    return { box, sent, heard, late, refused, says };
  }
  const taken = async () => 'taken';
  const lost = async () => Promise.reject(new TypeError('no network'));
  const never = () => new Promise<string>(() => {});
  const refuses = (status: number) => async () => Promise.reject(new ServiceRefused(status));

  it('goes out again by itself under the same id until it is taken, and in its order', async () => {
    const { says, sent, heard, late } = outbox(lost, refuses(503), refuses(429), taken);
    says('one');
    says('two');
    await clock.tickAsync(60_000);
    assert.deepEqual(sent, ['one', 'one', 'one', 'one', 'two']);
    assert.deepEqual(heard, ['one is taken', 'two is taken']);
    assert.deepEqual([late.firstCall.args, late.lastCall.args], [[true], [false]]);
  });

  it('goes out at once when the line is back', async () => {
    const { box, says, heard } = outbox(lost, lost, lost, lost, taken);
    says('one');
    await clock.tickAsync(3600);
    assert.deepEqual(heard, []);
    box.retry();
    await clock.tickAsync(0);
    assert.deepEqual(heard, ['one is taken']);
  });

  it('is given up where it is wrong itself, without the words in the error', async () => {
    const { says, heard } = outbox(refuses(413), taken);
    says('one');
    says('two');
    await clock.tickAsync(0);
    assert.deepEqual(heard, ['one failed: not sent', 'two is taken']);
  });

  it('asks for a new right to the conversation where the old one is over', async () => {
    const { says, refused, heard } = outbox(refuses(403), taken);
    says('one');
    await clock.tickAsync(1000);
    assert.equal(refused.callCount, 1);
    assert.deepEqual(heard, ['one is taken']);
  });

  it('counts as sent with its echo, and the next need not wait for the answer', async () => {
    const { box, says, sent, heard } = outbox(never, taken);
    says('one');
    says('two');
    box.heard({ ...activity('another'), id: '1' });
    assert.deepEqual(sent, ['one']);
    box.heard({ ...activity('one'), id: '7' });
    await clock.tickAsync(0);
    assert.deepEqual(
      [sent, heard],
      [
        ['one', 'two'],
        ['one is 7', 'two is taken'],
      ],
    );
  });

  it('is said to be late after some seconds without answer and echo, and not before', async () => {
    const { says, late } = outbox(never);
    says('one');
    await clock.tickAsync(2400);
    assert.equal(late.callCount, 0);
    await clock.tickAsync(200);
    assert.deepEqual(late.args, [[true]]);
  });

  it('is dropped by who gives it up, and by the end of the conversation', async () => {
    const { box, says, sent, heard } = outbox(never, taken);
    says('one');
    says('two').unsubscribe();
    says('three');
    box.giveUp();
    box.retry();
    await clock.tickAsync(60_000);
    assert.deepEqual(sent, ['one']);
    assert.deepEqual(heard, ['one failed: not sent', 'three failed: not sent']);
  });
});
