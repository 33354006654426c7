import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import type { ConversationProperties, LossReport } from '../state/conversationState.ts';
import type { Speaker } from '../state/speaker.ts';
import { utteranceOf } from '../state/utterance.ts';
import { cardsHeard } from '../understanding/heard.ts';
import type { Freezing } from './freezing.ts';
import type { Handoffs } from './handoff.ts';
import { begin, type Outcome, over } from './outcome.ts';

const waysOn: readonly MessageId[] = ['choice.cardFound', 'choice.agent'];
/** Fewer than elsewhere: they are heard with news before them. */
const waysOnAfterwards: readonly MessageId[] = ['choice.unfreeze', 'choice.agent'];

/**
 * A report of a loss, a theft or a fraud that stands in this conversation: a card that is named goes into its case, and
 * none is unfrozen until the customer says that the card was found.
 */
export class StandingReport {
  readonly #speaker: Speaker;
  readonly #handoff: Handoffs;
  readonly #freezing: Pick<Freezing, 'tries'>;
  readonly #lossReport: ConversationProperties['lossReport'];

  constructor(
    {
      speaker,
      handoff,
      freezing,
    }: { speaker: Speaker; handoff: Handoffs; freezing: Pick<Freezing, 'tries'> },
    { lossReport }: Pick<ConversationProperties, 'lossReport'>,
  ) {
    this.#speaker = speaker;
    this.#handoff = handoff;
    this.#freezing = freezing;
    this.#lossReport = lossReport;
  }

  async stands(turnContext: TurnContext): Promise<boolean> {
    return (await this.#report(turnContext)) !== null;
  }

  /** Takes what was meant for a card's status: its number goes into the case. @returns false where no report stands */
  async takes(turnContext: TurnContext): Promise<boolean> {
    const report = await this.#report(turnContext);
    if (report === null) return false;
    const { found } = utteranceOf(turnContext.activity);
    const named = cardsHeard(turnContext.activity);
    if (named.length > 0) {
      const { frozen = [] } = (await this.#freezing.tries(turnContext)) ?? {};
      const { caseId } = await this.#handoff.reportStands(turnContext);
      for (const { card, lastFour } of named) {
        const isFrozen = frozen.some((one) => one.card.card === card && one.isDone);
        const id = isFrozen ? 'report.cardFrozen' : 'report.cardNamed';
        await this.#speaker.say(turnContext, id, { lastFour, caseId });
      }
    } else if (found?.what === 'cardNumberProblem') {
      await this.#speaker.say(turnContext, 'report.cardNumberProblem', { caseId: report.caseId });
    } else await this.#refuses(turnContext, report);
    return true;
  }

  /** Says that nothing is unfrozen here, and how that changes. @returns false where no report stands */
  async refuses(turnContext: TurnContext): Promise<boolean> {
    const report = await this.#report(turnContext);
    if (report !== null) await this.#refuses(turnContext, report);
    return report !== null;
  }

  #refuses(turnContext: TurnContext, { caseId }: LossReport): Promise<void> {
    return this.#speaker.say(turnContext, 'report.stands', { caseId }, { choices: waysOn });
  }

  /** The card was found. Goes on with it, where only one can be meant. */
  async ends(turnContext: TurnContext): Promise<Outcome> {
    const { caseId, cards } = await this.#handoff.reportEnds(turnContext);
    const [card, ...others] = cards;
    if (card && others.length === 0) {
      const { lastFour } = card;
      await this.#speaker.say(turnContext, 'report.cardFoundAndNamed', { lastFour, caseId });
      return begin({ card });
    }
    const wantsMore = utteranceOf(turnContext.activity).intent === 'unfreeze';
    const choices = wantsMore ? [] : waysOnAfterwards;
    await this.#speaker.say(turnContext, 'report.cardFound', { caseId }, { choices });
    return wantsMore ? begin({}) : over;
  }

  #report(turnContext: TurnContext): Promise<LossReport | null> {
    return this.#lossReport.get(turnContext, null);
  }
}
