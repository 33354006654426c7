import { type Activity, ActivityTypes, RoleTypes, TurnContext } from 'botbuilder';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../../../../services/contract/time.ts';
import { optedOutOfTurn, phoneOfActivity } from '../../../../services/contract/userTerminal.ts';
import type { Beside } from '../../../storage/conversationStates.ts';
import { besideState } from '../../../storage/guardedConversationState.ts';
import type { AskedHandler, Expectation, SealedActivity } from '../../conversationHandler.ts';
import { CollectingAdapter } from '../collectingAdapter.ts';
import type { Sender } from './sender.ts';
import { serviceUrl } from './words.ts';

/** What goes into a turn: words, something that is no words, one of the `wishes` by its name, or the customer's arrival. */
export type TurnInput = { text: string } | { wish: string } | 'noWords' | 'arrives';

/** A message in its conversation. `id` is the same in every delivery of it. */
export type Said = { id: string; conversationId: string; sender: Sender; input: TurnInput };

/** What a turn said, in order, and what the conversation waits for then. */
export type Handled = { replies: readonly Partial<Activity>[]; expects: Expectation };

const bot = { id: 'thawline', name: 'Thawline', role: RoleTypes.Bot };

/** One turn of a conversation by messages: sealed, then handled and collected. */
export class MessageTurns {
  readonly #handler: AskedHandler;
  readonly #clock: Clock;

  constructor({ handler, clock }: { handler: AskedHandler; clock: Clock }) {
    this.#handler = handler;
    this.#clock = clock;
  }

  seal(said: Said): Promise<SealedActivity> {
    return this.#handler.seal(this.#activity(said));
  }

  /** Does what is urgent in it at once, outside of a turn. @returns whether it is to have a turn too */
  heed(said: Said): Promise<boolean> {
    return this.#handler.heed(this.#activity(said));
  }

  /**
   * @param keep is called in the transaction that writes the conversation's state, with what the turn is answered with
   * @param optedOut whether the customer is sent nothing of it
   * @returns what was not kept with the state: a turn that has failed, or one that has no state
   * @throws TurnLost as the handler does
   */
  async handle(
    { heard }: SealedActivity,
    keep: (manager: EntityManager, handled: Handled) => Promise<void>,
    { optedOut }: { optedOut: boolean },
  ): Promise<Handled | undefined> {
    const adapter = new CollectingAdapter();
    const turnContext = new TurnContext(adapter, heard);
    let kept = -1;
    const beside: Beside = async (manager) => {
      const replies = [...adapter.replies];
      await keep(manager, { replies, expects: await this.#handler.expects(turnContext, replies) });
      kept = replies.length;
    };
    turnContext.turnState.set(besideState, beside);
    if (optedOut) turnContext.turnState.set(optedOutOfTurn, true);
    await this.#handler.handle(turnContext);
    const { replies } = adapter;
    // Where the transaction did not commit, the customer has heard of that since.
    if (kept === replies.length) return undefined;
    return { replies, expects: await this.#handler.expects(heard, replies) };
  }

  #activity({ id, conversationId, sender, input }: Said): Activity {
    const { channelId, number, locale } = sender;
    const user = { id: conversationId, name: '', role: RoleTypes.User };
    return {
      id,
      channelId,
      conversation: { id: conversationId },
      from: user,
      recipient: bot,
      serviceUrl,
      timestamp: this.#clock(),
      ...(locale && { locale }),
      [phoneOfActivity]: number,
      ...contentOf(input, user),
    } as unknown as Activity;
  }
}

function contentOf(input: TurnInput, user: { id: string; name: string }): object {
  if (input === 'arrives') return { type: ActivityTypes.ConversationUpdate, membersAdded: [user, bot] };
  if (input === 'noWords') {
    // Only that something came is told: pictures and places are never fetched.
    const attachments = [{ contentType: 'application/octet-stream' }];
    return { type: ActivityTypes.Message, text: '', attachments };
  }
  return 'wish' in input
    ? { type: ActivityTypes.Event, name: input.wish }
    : { type: ActivityTypes.Message, text: input.text };
}
