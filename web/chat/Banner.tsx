import type { ChatWords } from '../../words/chatPage.ts';
import type { ConnectionState } from './connection.ts';

type Props = {
  state: ConnectionState;
  late: boolean;
  words: ChatWords;
  tryAgain: () => void;
  startOver: () => void;
};

/** Says when the conversation cannot go on by itself, and what to do. Always there, so that its change is read out. */
export function Banner({ state, late, words, tryAgain, startOver }: Props) {
  const notices = {
    lost: { text: words.lost, button: words.tryAgain, act: tryAgain },
    offline: { text: words.offline, button: words.tryAgain, act: tryAgain },
    over: { text: words.over, button: words.newConversation, act: startOver },
    ended: { text: words.ended, button: words.newConversation, act: startOver },
    elsewhere: { text: words.elsewhere, button: words.continueHere, act: tryAgain },
  };
  const slow = late ? { text: words.late, button: words.tryAgain, act: tryAgain } : undefined;
  const notice = state === 'connecting' || state === 'online' ? slow : notices[state];
  return (
    <div className={notice ? 'banner' : undefined} role="status">
      {notice && (
        <div className="banner__inner">
          <span>{notice.text}</span>
          <button className="banner__button" onClick={notice.act} type="button">
            {notice.button}
          </button>
        </div>
      )}
    </div>
  );
}
