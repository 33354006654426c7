import { type Activity, TurnContext } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { ChannelForm } from '../../turn/channelForm.ts';
import type { ConversationReference, ReachingChannel } from '../../turn/conversationReference.ts';
import type { Content, Delivery } from '../../turn/delivery.ts';
import type { Reply } from '../../turn/reply.ts';
import type { Turns } from '../../turn/turns.ts';
import type { ChannelTokens } from './channelTokens.ts';
import { FrameworkAdapter } from './frameworkAdapter.ts';
import { FrameworkAuthentication } from './frameworkAuthentication.ts';
import { frameworkIdOf } from './quirks.ts';
import { readReceivedActivity } from './receivedActivity.ts';

type BotFrameworkDependencies<Found> = {
  turns: Turns<Found>;
  /** Undefined where no registration is set. */
  tokens: ChannelTokens | undefined;
  credentials: ServiceClientCredentialsFactory;
};

/** The channels of the Bot Framework, whose service calls with an activity and is called with the replies. */
export class BotFramework<Found> implements ReachingChannel<Found> {
  readonly #parts: BotFrameworkDependencies<Found>;
  readonly #adapter: FrameworkAdapter;
  readonly isOpenToLoopbackOnly: boolean;

  constructor(parts: BotFrameworkDependencies<Found>) {
    this.#parts = parts;
    this.#adapter = new FrameworkAdapter(new FrameworkAuthentication(parts));
    this.isOpenToLoopbackOnly = parts.tokens === undefined;
  }

  /**
   * One activity: checked, sealed, handled; its replies have gone out when this resolves. The same one again has no
   * second effect, and what has not gone out by then goes out.
   * @throws UnfreezeError `messageInvalid`, `messageTooLarge`, `tokenInvalid`, `tokenExpired`, `tokenForeign`
   */
  async receive(authorization: string, body: unknown): Promise<void> {
    const { delivery, content } = readReceivedActivity(body);
    const { reference } = delivery;
    if (!this.#serves(reference.serviceUrl)) {
      throw new UnfreezeError('messageInvalid', 'not a valid message: serviceUrl');
    }
    await this.#adapter.receive(authorization, activityOf(delivery), async (turnContext) => {
      if (content) await this.#parts.turns.take(delivery, form(turnContext, content));
    });
  }

  reaches(channelId: string): boolean {
    return frameworkIdOf(channelId) !== undefined;
  }

  /**
   * @param reference of an activity whose service address a token has vouched for
   * @throws UnfreezeError `conversationUnknown` for a channel or an address that is not let in (any more); else whatever
   * the channel's service or the turn throws
   */
  async tells(reference: ConversationReference, id: string, found: Found): Promise<void> {
    if (!this.reaches(reference.channelId) || !this.#serves(reference.serviceUrl)) {
      throw new UnfreezeError('conversationUnknown', 'a conversation of a channel that is not let in');
    }
    const delivery: Delivery = { reference, id, locale: undefined };
    await this.#begins(delivery, (turnContext) =>
      this.#parts.turns.tell(delivery, found, form(turnContext, nothingSaid)),
    );
  }

  /** How a delivery is answered whose turn was lost, or whose answer has not gone out, and that nobody brings any more. */
  recovered(delivery: Delivery): ChannelForm<undefined> | undefined {
    if (!this.#serves(delivery.reference.serviceUrl)) return undefined;
    return {
      ...form(undefined, nothingSaid),
      sends: (...answer) =>
        this.#begins(delivery, async (turnContext) => form(turnContext, nothingSaid).sends?.(...answer)),
    };
  }

  /** Runs a turn that the bot begins, in a conversation whose service address a token has vouched for. */
  #begins(delivery: Delivery, turn: (turnContext: TurnContext) => Promise<void>): Promise<void> {
    const to = TurnContext.getConversationReference(activityOf({ ...delivery, id: undefined }));
    return this.#adapter.begin(this.#parts.tokens?.appId, to, turn);
  }

  /** Without a registration nobody but this machine is called. */
  #serves(serviceUrl: string): boolean {
    return !this.isOpenToLoopbackOnly || isLoopback(serviceUrl);
  }
}

/** What was said goes to the channel's service, a reply a call; what has gone out cannot be taken back. */
function form(turnContext: TurnContext | undefined, content: Content): ChannelForm<undefined> {
  return {
    isRecovered: true,
    looks: async () => undefined,
    reads: () => content,
    writes: ({ replies }) => ({ answer: JSON.stringify(replies) }),
    async sends(answer, from, sent) {
      const replies: Reply[] = JSON.parse(answer);
      for (const [place, reply] of replies.entries()) {
        if (place < from) continue;
        await turnContext?.sendActivity(reply as Partial<Activity>);
        await sent(place + 1);
      }
    },
  };
}

const nothingSaid: Content = { what: 'words', text: '' };

/** The activity as far as the SDK needs it to check a token and to answer. What was said is not in it. */
function activityOf({ reference, id, isGroup = false }: Delivery): Activity {
  const { channelId, serviceUrl, conversation, user, bot } = reference;
  const activity = {
    type: 'message',
    // Its last part is the channel's own id of the activity, to which a reply refers.
    ...(id !== undefined && { id: id.slice(conversation.id.length + 1) }),
    channelId: frameworkIdOf(channelId) ?? channelId,
    serviceUrl,
    conversation: { ...conversation, isGroup },
    from: { id: user, name: '' },
    recipient: { id: bot, name: '' },
  };
  return activity as Activity;
}

function isLoopback(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}
