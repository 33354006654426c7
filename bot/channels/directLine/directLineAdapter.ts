import { setTimeout as wait } from 'node:timers/promises';
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  RoleTypes,
  type TurnContext,
} from 'botbuilder';
import type { TurnLease } from '../../turn/turnLease.ts';
import type { ConversationLog } from './conversationLog.ts';
import { activityId, channelId } from './words.ts';

/** Who the bot is in a conversation. */
export type BotAccount = { id: string; name: string };

/** Under this a turn's state has its lease: without that nothing more is said for it. */
export const leaseOfTurn = Symbol('leaseOfTurn');

/** The turn holds its conversation's lock while a `delay` runs, so a delay is never longer than this. */
const longestDelay = 2000;

/** What the bot sends in a turn is appended to the conversation; nothing that was sent changes any more. */
export class DirectLineAdapter extends BotAdapter {
  readonly #log: ConversationLog;
  readonly #bot: BotAccount;

  constructor({ log, bot }: { log: ConversationLog; bot: BotAccount }) {
    super();
    this.#log = log;
    this.#bot = bot;
  }

  override async sendActivities(
    turnContext: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    const lease: TurnLease | undefined = turnContext.turnState.get(leaseOfTurn);
    // One after the other: their order is what the customer reads.
    for (const activity of activities) responses.push({ id: await this.#send(activity, lease) });
    return responses;
  }

  override async updateActivity(): Promise<never> {
    throw new Error('Direct Line has no update of an activity');
  }

  override async deleteActivity(): Promise<never> {
    throw new Error('Direct Line has no deletion of an activity');
  }

  override async continueConversation(_reference: Partial<ConversationReference>): Promise<never> {
    throw new Error('a turn on Direct Line begins with an activity that was posted');
  }

  async #send(activity: Partial<Activity>, lease?: TurnLease): Promise<string> {
    if (activity.type === 'delay') {
      await wait(Math.min(Number(activity.value) || 0, longestDelay));
      return '';
    }
    // A kept typing activity would come back with every resumed conversation; a trace is for an emulator.
    if (activity.type === ActivityTypes.Typing || activity.type === ActivityTypes.Trace) return '';
    const conversationId = activity.conversation?.id ?? '';
    const { serviceUrl: _serviceUrl, recipient: _recipient, ...shown } = activity;
    const completed = (number: number, now: Date): Partial<Activity> => ({
      ...shown,
      id: activityId(conversationId, number),
      timestamp: now,
      channelId,
      conversation: { id: conversationId } as Activity['conversation'],
      from: { ...this.#bot, role: RoleTypes.Bot },
    });
    const sent = await this.#log.append(conversationId, completed, { lease });
    return sent.id ?? '';
  }
}
