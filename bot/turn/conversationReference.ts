import { type Activity, ActivityTypes, RoleTypes } from 'botbuilder';
import * as z from 'zod';

const Id = z.string().min(1).max(512);

/**
 * What a channel needs to reach a conversation again: the Bot Framework's conversation reference without anybody's name
 * and without anything that was said.
 */
export const ConversationReference = z.object({
  channelId: z.string().max(64),
  serviceUrl: z.string().max(512),
  conversation: z.object({ id: Id, conversationType: z.string().nullish(), tenantId: z.string().nullish() }),
  user: Id,
  bot: Id,
});
export type ConversationReference = z.infer<typeof ConversationReference>;

/** What the bot lets a conversation know by itself; nobody outside wrote it, so that it is not sealed. */
export type OwnActivity = Pick<Activity, 'entities'>;

/** A channel that can begin a turn in a conversation that it had before. */
export interface ReachingChannel {
  reaches(channelId: string): boolean;
  /**
   * One turn, which has been said and kept when this resolves.
   * @throws UnfreezeError `conversationUnknown` where there is no such conversation any more; else whatever the turn
   * throws, and then it may be tried again
   */
  tells(reference: ConversationReference, activity: OwnActivity): Promise<void>;
}

export function conversationReference(activity: Activity): ConversationReference {
  const { channelId, serviceUrl, conversation, from, recipient } = activity;
  return ConversationReference.parse({
    channelId,
    serviceUrl,
    conversation,
    user: from.id,
    bot: recipient.id,
  });
}

/** The activity as the conversation gets it. It has no id, so that no reply is one to a message. */
export function continued(reference: ConversationReference, own: OwnActivity, now: Date): Activity {
  const { channelId, serviceUrl, conversation, user, bot } = reference;
  const activity: Partial<Activity> = {
    ...own,
    type: ActivityTypes.Message,
    text: '',
    channelId,
    serviceUrl,
    conversation: { ...conversation, isGroup: false } as Activity['conversation'],
    from: { id: user, name: '', role: RoleTypes.User },
    recipient: { id: bot, name: '', role: RoleTypes.Bot },
    timestamp: now,
  };
  return activity as Activity;
}
