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

/** The parts of an activity that a reference is made from. */
export type ReferringActivity = {
  channelId: string;
  serviceUrl: string;
  conversation: object;
  from: { id: string };
  recipient: { id: string };
};

export function conversationReference(activity: ReferringActivity): ConversationReference {
  const { channelId, serviceUrl, conversation, from, recipient } = activity;
  return ConversationReference.parse({
    channelId,
    serviceUrl,
    conversation,
    user: from.id,
    bot: recipient.id,
  });
}

/** A channel on which the bot can begin a turn by itself, in a conversation that it had before. */
export interface ReachingChannel<Found> {
  reaches(channelId: string): boolean;
  /**
   * One turn, which has been said and kept when this resolves.
   * @param id the same each time the same thing is told
   * @param phone the number of the conversation's telephone, where it has one: no reference holds it
   * @throws UnfreezeError `conversationUnknown` where there is no such conversation any more; else whatever the turn
   * throws, and then it may be tried again
   */
  tells(reference: ConversationReference, id: string, found: Found, phone?: string): Promise<void>;
}
