import type { MessageId } from '../../words/conversation.ts';

/** What can be done while one waits for a person. */
export const whileWaiting: readonly MessageId[] = ['choice.backToBot', 'choice.callBack'];
