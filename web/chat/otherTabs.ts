import { KeptConversation } from './keptConversation.ts';

const place = 'thawline.conversation';
const question = 'which conversation?';
/** A tab that is there answers within a few milliseconds, and who is alone waits for nothing longer. */
const patience = 200;

/** The conversation of another tab of this browser, which is told by word of mouth and kept nowhere. */
export function askOtherTabs(): Promise<KeptConversation | undefined> {
  if (typeof BroadcastChannel === 'undefined') return Promise.resolve(undefined);
  const channel = new BroadcastChannel(place);
  return new Promise((resolve) => {
    const hears = (kept?: KeptConversation) => {
      clearTimeout(timer);
      channel.close();
      resolve(kept);
    };
    const timer = setTimeout(hears, patience);
    channel.onmessage = ({ data }) => {
      const answer = KeptConversation.safeParse(data);
      if (answer.success) hears(answer.data);
    };
    channel.postMessage(question);
  });
}

/** Answers other tabs that ask. @param current undefined where there is none to go on with */
export function answerOtherTabs(current: () => KeptConversation | undefined): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(place);
  channel.onmessage = ({ data }) => {
    const kept = data === question ? current() : undefined;
    if (kept) channel.postMessage(kept);
  };
}
