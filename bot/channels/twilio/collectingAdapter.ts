import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';

/** Collects what a turn says: all of it is the answer to one request of the carrier. */
export class CollectingAdapter extends BotAdapter {
  readonly replies: Partial<Activity>[] = [];
  override updateActivity = refuse;
  override deleteActivity = refuse;
  override continueConversation = refuse;

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.replies.push(...activities.filter(({ type }) => type === ActivityTypes.Message));
    return activities.map(() => ({ id: '' }));
  }
}

async function refuse(): Promise<never> {
  throw new Error('what was said on the telephone or sent to it cannot be changed');
}
