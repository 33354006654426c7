import assert from 'node:assert/strict';
import type { ChatActivity } from '../../web/chat/chatActivity.ts';
import type { Observable } from '../../web/chat/observable.ts';
import { Transcript } from '../../web/chat/transcript.ts';

/** A transcript, and the line that feeds it. */
function begun() {
  let brings = (_activity: ChatActivity) => {};
  let fails = () => {};
  const given: ChatActivity[] = [];
  const activity$: Observable<ChatActivity> = {
    subscribe({ next }) {
      brings = (activity) => next?.(activity);
      return { unsubscribe() {} };
    },
  };
  const posted: Observable<string> = {
    subscribe({ error }) {
      fails = () => error?.(new Error('not sent'));
      return { unsubscribe() {} };
    },
  };
  const postActivity = (activity: ChatActivity) => {
    given.push(activity);
    return posted;
  };
  const transcript = new Transcript({ activity$, postActivity }, () => {});
  const says = (text: string) => transcript.give({ type: 'message', text }, 'en-US');
  return {
    says,
    again: (place: number) => transcript.again(transcript.view()[place] ?? assert.fail()),
    fails: () => fails(),
    brings: (number: number, text: string) => brings({ type: 'message', text, id: `c|000000${number}` }),
    echoes: (number: number) => {
      const own = given.at(-1) ?? assert.fail('nothing was given');
      brings({ ...own, id: `c|000000${number}` });
    },
    shown: () => transcript.view().map(({ text, failed }) => (failed ? `${text} (failed)` : text)),
  };
}

describe('what has been said in a conversation', () => {
  it('has what is on its way behind all that has arrived', () => {
    const { says, brings, shown } = begun();
    brings(1, 'hello');
    says('password');
    brings(2, 'an agent writes');
    assert.deepEqual(shown(), ['hello', 'an agent writes', 'password']);
  });

  it('has the echo in place of what was on its way, in front of its answer', () => {
    const { says, brings, echoes, shown } = begun();
    brings(1, 'hello');
    says('password');
    echoes(2);
    brings(3, 'give it here');
    assert.deepEqual(shown(), ['hello', 'password', 'give it here']);
  });

  it('has an echo in front of its answer also where the client hands it on behind that', () => {
    const { says, brings, echoes, shown } = begun();
    brings(1, 'hello');
    says('password');
    brings(3, 'give it here');
    echoes(2);
    assert.deepEqual(shown(), ['hello', 'password', 'give it here']);
  });

  it('leaves what was given up where it was, and has it behind all that has arrived once it is sent again', () => {
    const { says, brings, echoes, fails, again, shown } = begun();
    brings(1, 'hello');
    says('password');
    fails();
    brings(2, 'an agent writes');
    assert.deepEqual(shown(), ['hello', 'password (failed)', 'an agent writes']);
    again(1);
    echoes(3);
    assert.deepEqual(shown(), ['hello', 'an agent writes', 'password']);
  });
});
