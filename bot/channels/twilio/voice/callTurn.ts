import { type Activity, ActivityTypes, RoleTypes, TurnContext } from 'botbuilder';
import type { EntityManager } from '../../../../kit/store/query.ts';
import type { Clock } from '../../../../kit/time.ts';
import { phoneOfActivity } from '../../../../services/contract/userTerminal.ts';
import type { AskedHandler, Expectation } from '../../../turn/conversationHandler.ts';
import { besideState } from '../../../turn/guardedConversationState.ts';
import type { TurnLock } from '../../../turn/turnLock.ts';
import { CollectingAdapter } from '../collectingAdapter.ts';
import type { Call } from './callLog.ts';
import type { Voice } from './voices.ts';
import { channelId, serviceUrl } from './words.ts';

/** What a turn said, and what the conversation waits for after it. */
export type Turned = { replies: readonly Partial<Activity>[]; expectation: Expectation };

/** What goes into a turn: words, one of the `wishes` by its name, or the caller's arrival. */
export type TurnInput = { text: string } | { wish: string } | 'arrives';

const bot = { id: 'thawline', name: 'Thawline', role: RoleTypes.Bot };

/** One turn of a call's conversation: sealed, handled, collected. */
export class CallTurns {
  readonly #handler: AskedHandler;
  readonly #turnLock: TurnLock;
  readonly #clock: Clock;

  constructor({ handler, turnLock, clock }: { handler: AskedHandler; turnLock: TurnLock; clock: Clock }) {
    this.#handler = handler;
    this.#turnLock = turnLock;
    this.#clock = clock;
  }

  /** @throws TurnLost as the handler does */
  async turn(call: Call, voice: Voice, input: TurnInput): Promise<Turned> {
    const { conversationId } = call;
    return this.#turnLock.run({ channelId, conversationId }, async (lease) => {
      const { heard } = await this.#handler.seal(this.#activity(call, voice, input));
      const adapter = new CollectingAdapter();
      const turnContext = new TurnContext(adapter, heard);
      turnContext.turnState.set(besideState, (manager: EntityManager) => lease.assertHeld(manager));
      await this.#handler.handle(turnContext);
      const { replies } = adapter;
      return { replies, expectation: await this.#handler.expects(heard, replies) };
    });
  }

  async isUnfinished(call: Call, voice: Voice): Promise<boolean> {
    return this.#handler.isUnfinished(this.#activity(call, voice, { text: '' }));
  }

  #activity({ callSid, caller, phone, conversationId }: Call, { locale }: Voice, input: TurnInput): Activity {
    const user = { id: caller ?? callSid, name: '', role: RoleTypes.User };
    const shared = {
      channelId,
      conversation: { id: conversationId },
      from: user,
      recipient: bot,
      serviceUrl,
      timestamp: this.#clock(),
      locale,
      [phoneOfActivity]: phone,
    };
    if (input === 'arrives') {
      return {
        ...shared,
        type: ActivityTypes.ConversationUpdate,
        membersAdded: [user, bot],
      } as unknown as Activity;
    }
    const content =
      'wish' in input
        ? { type: ActivityTypes.Event, name: input.wish }
        : { type: ActivityTypes.Message, text: input.text };
    return { ...shared, ...content } as unknown as Activity;
  }
}
