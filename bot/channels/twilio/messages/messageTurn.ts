import { type Activity, ActivityTypes, RoleTypes, TurnContext } from 'botbuilder';
import type { Clock } from '../../../../services/contract/time.ts';
import { phoneOfActivity } from '../../../../services/contract/userTerminal.ts';
import type { AskedHandler, Expectation, SealedActivity } from '../../conversationHandler.ts';
import { CollectingAdapter } from '../collectingAdapter.ts';
import type { Sender } from './sender.ts';
import { serviceUrl } from './words.ts';

/** What goes into a turn: words, something that is no words, one of the `wishes` by its name, or the customer's arrival. */
export type TurnInput = { text: string } | { wish: string } | 'noWords' | 'arrives';

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

  seal(conversationId: string, sender: Sender, input: TurnInput): Promise<SealedActivity> {
    return this.#handler.seal(this.#activity(conversationId, sender, input));
  }

  /** @returns what the bot says, in order, and what it waits for then */
  async handle({ heard }: SealedActivity): Promise<Handled> {
    const adapter = new CollectingAdapter();
    await this.#handler.handle(new TurnContext(adapter, heard));
    const { replies } = adapter;
    return { replies, expects: await this.#handler.expects(heard, replies) };
  }

  #activity(conversationId: string, { channelId, number, locale }: Sender, input: TurnInput): Activity {
    const user = { id: conversationId, name: '', role: RoleTypes.User };
    return {
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
