import { type ChatActivity, isSealedItem } from './chatActivity.ts';

/** What the customer has said or given last and the bot has not answered yet: its own id, undefined where there is none. */
export function awaitsAnswer(activities: readonly ChatActivity[]): string | undefined {
  for (const activity of activities.toReversed()) {
    if (activity.type === 'message' && activity.from?.role === 'bot') return undefined;
    if (activity.from?.role !== 'user' || !isSaid(activity)) continue;
    return activity.failed ? undefined : (activity.channelData?.clientActivityID ?? activity.id ?? '');
  }
  return undefined;
}

function isSaid(activity: ChatActivity): boolean {
  return activity.type === 'message' || isSealedItem(activity);
}
