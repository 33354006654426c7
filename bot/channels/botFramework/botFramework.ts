import { type Activity, TurnContext } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { Clock } from '../../../kit/time.ts';
import type { ConversationHandler } from '../../turn/conversationHandler.ts';
import {
  type ConversationReference,
  continued,
  type OwnActivity,
  type ReachingChannel,
} from '../../turn/conversationReference.ts';
import type { Beside } from '../../turn/conversationStates.ts';
import { besideState } from '../../turn/guardedConversationState.ts';
import type { TurnLease } from '../../turn/turnLease.ts';
import type { TurnLock } from '../../turn/turnLock.ts';
import { TurnLost } from '../../turn/turnLost.ts';
import type { ChannelTokens } from './channelTokens.ts';
import { FrameworkAdapter } from './frameworkAdapter.ts';
import { FrameworkAuthentication } from './frameworkAuthentication.ts';
import { channels } from './quirks.ts';
import { readReceivedActivity } from './receivedActivity.ts';

type Parts = {
  turnLock: TurnLock;
  handler: ConversationHandler;
  /** Undefined where no registration is set. */
  tokens: ChannelTokens | undefined;
  credentials: ServiceClientCredentialsFactory;
  clock: Clock;
};

/** The channels of the Bot Framework, whose service calls with an activity and is called with the replies. */
export class BotFramework implements ReachingChannel {
  readonly #parts: Parts;
  readonly #adapter: FrameworkAdapter;
  readonly isOpenToLoopbackOnly: boolean;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#adapter = new FrameworkAdapter(new FrameworkAuthentication(parts));
    this.isOpenToLoopbackOnly = parts.tokens === undefined;
  }

  /**
   * One activity: checked, sealed, handled; its replies have gone out when this resolves. The same one again has no
   * second effect. Where it fails nothing is kept of it, and the channel may deliver it again.
   * @throws UnfreezeError `messageInvalid`, `messageTooLarge`, `tokenInvalid`, `tokenExpired`, `tokenForeign`
   */
  async receive(authorization: string, body: unknown): Promise<void> {
    const { activity, isForUs } = readReceivedActivity(body, this.#parts.clock());
    if (!this.#serves(activity.serviceUrl)) {
      throw new UnfreezeError('messageInvalid', 'not a valid message: serviceUrl');
    }
    await this.#adapter.receive(authorization, activity, (outer) =>
      isForUs ? this.#alone(outer) : Promise.resolve(),
    );
  }

  reaches(channelId: string): boolean {
    return Object.hasOwn(channels, channelId);
  }

  /**
   * @param reference of an activity whose service address a token has vouched for
   * @throws UnfreezeError `conversationUnknown` for a channel or an address that is not let in (any more); else whatever
   * the channel's service or the turn throws
   */
  async tells(reference: ConversationReference, own: OwnActivity): Promise<void> {
    const { channelId, serviceUrl, conversation } = reference;
    if (!this.reaches(channelId) || !this.#serves(serviceUrl)) {
      throw new UnfreezeError('conversationUnknown', 'a conversation of a channel that is not let in');
    }
    const activity = continued(reference, own, this.#parts.clock());
    const to = TurnContext.getConversationReference(activity);
    await this.#adapter.begin(this.#parts.tokens?.appId, to, ({ turnState }) =>
      this.#parts.turnLock.run({ channelId, conversationId: conversation.id }, (lease) =>
        this.#handle(this.#inner(activity, turnState), lease, (manager) => lease.assertHeld(manager)),
      ),
    );
  }

  /** Without a registration nobody but this machine is called. */
  #serves(serviceUrl: string): boolean {
    return !this.isOpenToLoopbackOnly || isLoopback(serviceUrl);
  }

  async #alone(outer: TurnContext): Promise<void> {
    const { id: activityId, channelId, conversation } = outer.activity;
    const of = { channelId, conversationId: conversation.id };
    if (!activityId) {
      return this.#parts.turnLock.run(of, (lease) =>
        this.#turn(outer, lease, (manager) => lease.assertHeld(manager)),
      );
    }
    await this.#parts.turnLock.runOnce({ ...of, activityId }, async (settle, lease) => {
      await this.#turn(outer, lease, (manager) => settle(manager, taken));
      return taken;
    });
  }

  async #turn({ activity, turnState }: TurnContext, lease: TurnLease, beside: Beside): Promise<void> {
    const { heard } = await this.#parts.handler.seal(activity);
    await this.#handle(this.#inner(heard, turnState), lease, beside);
  }

  async #handle(inner: TurnContext, lease: TurnLease, beside: Beside): Promise<void> {
    inner.turnState.set(besideState, beside);
    // What has gone to the channel's service cannot be taken back.
    inner.onSendActivities(async (_context, _activities, next) => {
      if (!(await lease.renew())) throw new TurnLost();
      return next();
    });
    await this.#parts.handler.handle(inner);
  }

  /** The turn as the conversation gets it: with what is left of the activity after sealing. */
  #inner(heard: Activity, turnState: TurnContext['turnState']): TurnContext {
    const inner = new TurnContext(this.#adapter, heard);
    for (const [key, value] of turnState) inner.turnState.set(key, value);
    return inner;
  }
}

/** All that the channel is answered: what the bot said has gone to its service. */
const taken = '';

function isLoopback(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}
