import type { ConversationReference } from '../../turn/conversationReference.ts';
import type { Content } from '../../turn/delivery.ts';
import type { Reply } from '../../turn/reply.ts';
import { activityId, directLineChannelId } from './directLineChannel.ts';

/** An activity as Direct Line 3.0 shows it; only what this service writes is named. */
export type DirectLineActivity = {
  type?: string;
  id?: string;
  timestamp?: string;
  channelId?: string;
  conversation?: { id: string };
  from?: { id: string; name: string; role: 'user' | 'bot' };
  replyToId?: string;
  text?: string;
  name?: string;
  locale?: string;
  channelData?: object;
  entities?: object[];
  [field: string]: unknown;
};

/** The bot as a member of a conversation. */
export type BotAccount = { id: string; name: string };

/** Makes an activity of its number and of the time. */
export type Completing = (number: number, now: Date) => DirectLineActivity;

/** What a client posted, as it is shown to it: the echo by which it knows that its message has come. */
export function echo(
  { conversation: { id }, user }: ConversationReference,
  shown: Content,
  { locale, clientActivityID }: { locale: string | undefined; clientActivityID: string | undefined },
): Completing {
  return (number, now) => ({
    ...(shown.what === 'event'
      ? { type: 'event', ...(shown.name && { name: shown.name }) }
      : { type: 'message', text: shown.what === 'words' ? shown.text : '' }),
    id: activityId(id, number),
    timestamp: now.toISOString(),
    channelId: directLineChannelId,
    conversation: { id },
    from: { id: user, name: '', role: 'user' },
    ...(locale !== undefined && { locale }),
    ...(clientActivityID !== undefined && { channelData: { clientActivityID } }),
  });
}

/** @param replyToId the echo of what is answered, where there is one */
export function said(
  { conversation: { id } }: ConversationReference,
  reply: Reply,
  { bot, replyToId }: { bot: BotAccount; replyToId: string | undefined },
): Completing {
  return (number, now) => ({
    ...reply,
    id: activityId(id, number),
    timestamp: now.toISOString(),
    channelId: directLineChannelId,
    conversation: { id },
    from: { ...bot, role: 'bot' },
    ...(replyToId && { replyToId }),
  });
}
