import type { TurnContext } from 'botbuilder';
import type { DisownmentAnswer } from '../services/contract/disownment.ts';
import { UnfreezeError } from '../services/contract/errors.ts';
import type { ConversationProperties } from './conversationState.ts';
import type { DialogParts } from './dialogParts.ts';
import type { Handoff } from './handoff/handoff.ts';
import type { OpenQuestion } from './prompts/question.ts';
import { telephone } from './userTerminal.ts';

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

  /** Undefined also where the bank's side does not answer now: then a person must. */
  async #disowned(turnContext: TurnContext): Promise<DisownmentAnswer | undefined> {
    try {
      return await disowned(turnContext, this.#parts.customerService);
    } catch (error) {
      if (error instanceof UnfreezeError) return undefined;
      throw error;
    }
  }
}

/** Freezes again what was unfrozen lately. @returns undefined where the channel gives no telephone. @throws UnfreezeError */
export async function disowned(
  turnContext: TurnContext,
  customerService: DialogParts['customerService'],
): Promise<DisownmentAnswer | undefined> {
  const from = telephone(turnContext);
  return from && customerService.disown(from);
}
