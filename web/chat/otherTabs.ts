import type { KeptConversation } from './keptConversation.ts';

const place = 'thawline.conversation';
const question = 'which conversation?';
/** A tab that is there answers within a few milliseconds, and who is alone waits for nothing longer. */
const patience = 200;

/**
 * The conversation of another tab of this browser, which is told by word of mouth and kept nowhere; a `KeptConversation`,
 * which is for the asker to check.
 */
export function askOtherTabs(): Promise<unknown> {
  if (typeof BroadcastChannel === 'undefined') return Promise.resolve(undefined);
  const channel = new BroadcastChannel(place);
  return new Promise((resolve) => {
    const hears = (kept?: unknown) => {
      clearTimeout(timer);
      channel.close();
      resolve(kept);
    };
    const timer = setTimeout(hears, patience);
    channel.onmessage = ({ data }) => {
      if (data !== question) hears(data);
    };
    channel.postMessage(question);
  });
}

/** Whether no other tab is there to be asked; false where the browser cannot tell at once. */
export async function isAlone(): Promise<boolean> {
  const locks = await navigator.locks?.query();
  return locks?.held?.every(({ name }) => name !== place) ?? false;
}

/** Answers other tabs that ask. @param current undefined where there is none to go on with */
export function answerOtherTabs(current: () => KeptConversation | undefined): void {
  if (typeof BroadcastChannel === 'undefined') return;
  // Held for as long as this tab is there, so that a new one sees at once whether anybody would answer.
  void navigator.locks?.request(place, { mode: 'shared' }, () => new Promise(() => {}));
  const channel = new BroadcastChannel(place);
  channel.onmessage = ({ data }) => {
    const kept = data === question ? current() : undefined;
    if (kept) channel.postMessage(kept);
  };
}
