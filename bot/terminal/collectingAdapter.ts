import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { Reply } from '../turn/reply.ts';

/** Collects the replies of a turn, which are written and sent together at its end. */
export class CollectingAdapter extends BotAdapter {
  readonly replies: Reply[] = [];
  override updateActivity = refuse;
  override deleteActivity = refuse;
  override continueConversation = refuse;

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.replies.push(...activities.filter(({ type }) => said.includes(type ?? '')).map(replyOf));
    return activities.map(() => ({ id: '' }));
  }
}

const said: readonly string[] = [ActivityTypes.Message, ActivityTypes.Event];

/** Drops what only the channel decides: sender, recipient and time. */
function replyOf({
  conversation: _conversation,
  from: _from,
  recipient: _recipient,
  serviceUrl: _serviceUrl,
  channelId: _channelId,
  replyToId: _replyToId,
  timestamp: _timestamp,
  ...reply
}: Partial<Activity>): Reply {
  return reply as Reply;
}

async function refuse(): Promise<never> {
  throw new Error('what a turn says is written at its end');
}
