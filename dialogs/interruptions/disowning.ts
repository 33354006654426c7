import type { TurnContext } from 'botbuilder';
import { UnfreezeError } from '../../kit/errors.ts';
import type { DisownmentAnswer } from '../../services/contract/disownment.ts';
import type { OpenQuestion } from '../prompts/question.ts';
import type { ConversationProperties } from '../state/conversationState.ts';
import type { DialogParts } from '../state/dialogParts.ts';
import { telephone } from '../state/userTerminal.ts';
import type { Handoff } from './handoff.ts';

type Parts = Pick<DialogParts, 'speaker' | 'customerService'> & { handoff: Handoff };

/** A customer says of an unfreezing that it was not them: the card is frozen again first, then a person has the case. */
export class Disowning {
  readonly #parts: Parts;
  readonly #spokenOf: ConversationProperties['spokenOf'];

  constructor(parts: Parts, { spokenOf }: Pick<ConversationProperties, 'spokenOf'>) {
    this.#parts = parts;
    this.#spokenOf = spokenOf;
  }

  /** Where nothing was frozen again, it is a report as any other. */
  async ofUnfreezing(turnContext: TurnContext, open: OpenQuestion | undefined): Promise<void> {
    const { speaker, handoff } = this.#parts;
    const answer = await this.#disowned(turnContext);
    if (answer === undefined || answer.outcome === 'nothingUnfrozen')
      return handoff.ofReport(turnContext, open);
    const { outcome, cards } = answer;
    for (const { lastFour } of cards) await speaker.say(turnContext, `disowned.${outcome}`, { lastFour });
    const [card] = cards;
    if (card) await this.#spokenOf.set(turnContext, { card, frozen: true, remote: false, reasons: [] });
    await handoff.ofDisowning(turnContext, open);
  }

  /** Nothing where the channel gives no telephone, or the bank's side does not answer now: then a person must. */
  async #disowned(turnContext: TurnContext): Promise<DisownmentAnswer | undefined> {
    const from = telephone(turnContext);
    if (from === undefined) return undefined;
    try {
      return await this.#parts.customerService.disown(from);
    } catch (error) {
      if (error instanceof UnfreezeError) return undefined;
      throw error;
    }
  }
}
