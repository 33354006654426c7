import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import type { ConversationProperties } from '../state/conversationState.ts';
import type { Speaker } from '../state/speaker.ts';
import type { Utterance } from '../state/utterance.ts';
import { yesIn } from '../understanding/yes.ts';

/** The owner of the card where it is not the customer: somebody who has died, or a relative. */
export type Behalf = 'holderDead' | 'relative';

const waysOn: readonly MessageId[] = ['choice.ownCard', 'choice.agent'];

/**
 * That the card spoken of is not the customer's own. Nothing is unfrozen while it stands, since nobody may use what only
 * the holder knows, whoever allows it; it ends where the customer says that the card is theirs.
 */
export class StandingBehalf {
  readonly #speaker: Speaker;
  readonly #behalf: ConversationProperties['behalf'];

  constructor({ speaker }: { speaker: Speaker }, { behalf }: Pick<ConversationProperties, 'behalf'>) {
    this.#speaker = speaker;
    this.#behalf = behalf;
  }

  async stands(turnContext: TurnContext): Promise<Behalf | null> {
    return this.#behalf.get(turnContext, null);
  }

  /** Answers what was said, and stands from then on. */
  async begins(turnContext: TurnContext, whose: Behalf): Promise<void> {
    await this.#behalf.set(turnContext, whose);
    await this.#speaker.say(turnContext, `topic.${whose}`, {}, { choices: waysOn });
  }

  /** Takes what leads to unfreezing. @returns false where the card is the customer's own */
  async takes(turnContext: TurnContext): Promise<boolean> {
    const whose = await this.stands(turnContext);
    if (whose === null) return false;
    await this.#speaker.say(turnContext, 'behalf.stands', {}, { choices: waysOn });
    return true;
  }

  async ends(turnContext: TurnContext): Promise<void> {
    await this.#behalf.set(turnContext, null);
  }
}

/** Whether the customer says that the card is their own. */
export function saysOwnCard({ label, words }: Pick<Utterance, 'label' | 'words'>): boolean {
  return label === 'choice.ownCard' || (yesIn(words)?.has('mine') ?? false);
}
