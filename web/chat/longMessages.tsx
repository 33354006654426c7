import type { ChatWords } from '../../words/chatPage.ts';
import type { SendBoxMiddleware, StoreMiddleware } from './globals.ts';

/** What a customer may say at once; the service reads no more of it. */
const longestMessage = 1000;
/** From here on it is counted where it can be seen. */
const counted = 0.8 * longestMessage;

/** Leaves a message that is too long in its box. */
export const keepsLongMessages: StoreMiddleware =
  ({ getState }) =>
  (next) =>
  (action) =>
    action.type === 'WEB_CHAT/SUBMIT_SEND_BOX' && getState().sendBoxValue.length > longestMessage
      ? undefined
      : next(action);

/** Counts above the box how much is written of what may be. */
export function countsAbove(words: ChatWords): SendBoxMiddleware {
  return () => (next) => (request) => {
    const SendBox = next(request);
    if (!SendBox) return SendBox;
    return function CountedSendBox(props) {
      return (
        <>
          <Count words={words} />
          <SendBox {...props} />
        </>
      );
    };
  };
}

function Count({ words }: { words: ChatWords }) {
  const [{ length }] = WebChat.hooks.useSendBoxValue();
  const tooMany = length - longestMessage;
  const said = tooMany > 0 ? words.tooLong : words.written;
  const facts = { length: String(length), most: String(longestMessage), tooMany: String(tooMany) };
  return (
    <p className="count" data-too-long={tooMany > 0} role="status">
      {length < counted ? '' : filledIn(said, facts)}
    </p>
  );
}

function filledIn(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => facts[name] ?? '');
}
