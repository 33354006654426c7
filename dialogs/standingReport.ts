import type { TurnContext } from 'botbuilder';
import type { CardStatusWish } from './cardStatusDialog.ts';
import type { ConversationProperties, LossReport } from './conversationState.ts';
import type { Handoff } from './handoff/handoff.ts';
import type { MessageId } from './messages/catalogue/index.ts';
import type { Speaker } from './messages/speaker.ts';
import { asideIn } from './understanding/asides.ts';
import { tellsOfFinding } from './understanding/cardFound.ts';
import { cardsHeard, heard } from './understanding/heard.ts';
import { wantsLink } from './understanding/linkWords.ts';
import { understand } from './understanding/understand.ts';

const waysOn: readonly MessageId[] = ['choice.cardFound', 'choice.agent'];
/** Fewer than elsewhere: they are heard with news before them. */
const waysOnAfterwards: readonly MessageId[] = ['choice.unfreeze', 'choice.agent'];

/** What the customer's words about a report have led to: what to go on with, if with anything. */
export type Reported = { goesOnWith?: CardStatusWish };

/**
 * A report of a loss, a theft or a fraud that stands in this conversation: a card that is named goes into its case, and
 * none is unfrozen until the customer says that the card was found.
 */
export class StandingReport {
  readonly #speaker: Speaker;
  readonly #handoff: Handoff;
  readonly #lossReport: ConversationProperties['lossReport'];

  constructor(
    { speaker, handoff }: { speaker: Speaker; handoff: Handoff },
    { lossReport }: Pick<ConversationProperties, 'lossReport'>,
  ) {
    this.#speaker = speaker;
    this.#handoff = handoff;
    this.#lossReport = lossReport;
  }

  async stands(turnContext: TurnContext): Promise<boolean> {
    return (await this.#report(turnContext)) !== null;
  }

  /** Answers words that are about the report, whatever else they could mean. @returns undefined for all others */
  async hears(turnContext: TurnContext): Promise<Reported | undefined> {
    if (!(await this.stands(turnContext))) return undefined;
    const { activity } = turnContext;
    const text = activity.text ?? '';
    if (tellsOfFinding(text)) return this.#ends(turnContext);
    if (heard(activity) || !asksHow(text)) return undefined;
    await this.refuses(turnContext);
    return {};
  }

  /** Takes what was meant for a card's status: its number goes into the case. @returns false where no report stands */
  async takes(turnContext: TurnContext): Promise<boolean> {
    const report = await this.#report(turnContext);
    if (report === null) return false;
    const found = heard(turnContext.activity);
    const named = cardsHeard(turnContext.activity);
    if (named.length > 0) {
      const { caseId } = await this.#handoff.reportStands(turnContext);
      for (const { lastFour } of named)
        await this.#speaker.say(turnContext, 'report.cardNamed', { lastFour, caseId });
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

  /** Goes on with the card that was found, where only one can be meant. */
  async #ends(turnContext: TurnContext): Promise<Reported> {
    const { caseId, cards } = await this.#handoff.reportEnds(turnContext);
    const [card, ...others] = cards;
    if (card && others.length === 0) {
      const { lastFour } = card;
      await this.#speaker.say(turnContext, 'report.cardFoundAndNamed', { lastFour, caseId });
      return { goesOnWith: { card } };
    }
    const wantsMore = understand(turnContext.activity.text ?? '').intent === 'unfreeze';
    const choices = wantsMore ? [] : waysOnAfterwards;
    await this.#speaker.say(turnContext, 'report.cardFound', { caseId }, { choices });
    return wantsMore ? { goesOnWith: {} } : {};
  }

  #report(turnContext: TurnContext): Promise<LossReport | null> {
    return this.#lossReport.get(turnContext, null);
  }
}

/** Whether the customer asks for a way to unfreeze a card, which begins nothing by itself. */
function asksHow(text: string): boolean {
  return understand(text).intent === 'howToUnfreeze' || asideIn(text) === 'whatNeeded' || wantsLink(text);
}
