import type { TurnContext } from 'botbuilder';
import { UnfreezeError } from '../../kit/errors.ts';
import { instant, later, minutes } from '../../kit/time.ts';
import type { NamedCard } from '../../services/contract/card.ts';
import type { MessageId } from '../../words/conversation.ts';
import type { Disowned, Disowning } from '../state/dialogDependencies.ts';
import { speaksAsWritten } from '../state/languageHabit.ts';
import { telephoneOf } from '../state/userTerminal.ts';
import { alsoReports } from '../understanding/alarm.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { askAgain, type Outcome, over, stays } from './outcome.ts';
import { receiptAnswer } from './receiptAnswer.ts';

type Used =
  | 'speaker'
  | 'disowning'
  | 'customerService'
  | 'handoff'
  | 'spokenOf'
  | 'receiptQuestion'
  | 'stamp'
  | 'language'
  | 'clock';

const answers: readonly MessageId[] = ['choice.itWasMe', 'choice.notMe'];
/** The time after which "not me" counts as a new report. */
const sameMatter = 10 * minutes;

/**
 * A customer answers the receipt of an unfreezing: where it was not them, the card is frozen again first, then a person
 * has the case. What may be meant so is asked once. Where nothing was unfrozen, the plain words are a report of a loss,
 * and all others what they are elsewhere.
 */
export const disowning: Listener<Used> = async (turn, means) => {
  const answer = await receiptAnswer(turn, means);
  switch (answer?.what) {
    case undefined:
      return undefined;
    case 'disowns':
      return isDisowned(turn, means, answer.plainly);
    case 'isUnclear':
      await speaksAsWritten(turn.context, means);
      await means.receiptQuestion.set(turn.context, { receipt: answer.receipt, standing: 'asked' });
      await means.speaker.say(turn.context, 'disowning.wasItYou', {}, { choices: answers });
      return stays;
    case 'ownsUp':
      await speaksAsWritten(turn.context, means);
      await means.receiptQuestion.set(turn.context, { receipt: answer.receipt, standing: 'wasThem' });
      await means.speaker.say(turn.context, 'disowning.wasYou');
      return askAgain;
  }
};

async function isDisowned(
  turn: ListenedTurn,
  means: Pick<Means, Used>,
  plainly: boolean,
): Promise<Outcome | undefined> {
  const { context, said, open } = turn;
  const { handoff, spokenOf, receiptQuestion } = means;
  const answer = await disownedIfPossible(context, means.disowning);
  if (answer === 'away') {
    await handoff.ofReportNotFrozen(context, open);
    return over;
  }
  if (plainly && (!answer || answer.outcome === 'nothingUnfrozen')) {
    return handoff.ofReport(context, open);
  }
  if (!answer || answer.outcome === 'nothingUnfrozen') return undefined;
  if (!plainly && !isOfThisMatter(answer, means)) return undefined;
  await speaksAsWritten(context, means);
  const cards = await tells(turn, answer, means);
  const [card] = cards;
  if (card) await spokenOf.set(context, { card, frozen: true, remote: false, reasons: [] });
  await receiptQuestion.set(context, null);
  await handoff.ofDisowning(context, open, { reports: alsoReports(said.words) });
  return over;
}

/** Whether the turn is about an unfreezing that is disowned now or was a moment ago. */
function isOfThisMatter(answer: Disowned, { clock }: Pick<Means, 'clock'>): boolean {
  if (answer.outcome !== 'already') return true;
  const { disownedAt } = answer;
  return disownedAt !== undefined && disownedAt > instant(later(clock(), -sameMatter));
}

/** Tells the outcome. @returns the cards in question, as far as they are known */
async function tells(
  { context }: ListenedTurn,
  answer: Exclude<Disowned, { outcome: 'nothingUnfrozen' }>,
  { speaker }: Pick<Means, 'speaker'>,
): Promise<readonly NamedCard[]> {
  if (answer.outcome === 'kept') {
    await speaker.say(context, 'disowned.kept');
    return [];
  }
  const { outcome, cards } = answer;
  for (const { lastFour } of cards) await speaker.say(context, `disowned.${outcome}`, { lastFour });
  return cards;
}

/** The outcome `away` means that the report could not be stored, so that a person must take it. */
async function disownedIfPossible(
  turnContext: TurnContext,
  disowning: Disowning,
): Promise<Disowned | undefined | 'away'> {
  try {
    return await disowned(turnContext, disowning);
  } catch (error) {
    if (error instanceof UnfreezeError) return 'away';
    throw error;
  }
}

/**
 * Freezes the cards again that were unfrozen lately. @returns undefined where the channel gives no telephone. @throws
 * UnfreezeError
 */
export async function disowned(
  turnContext: TurnContext,
  disowning: Disowning,
): Promise<Disowned | undefined> {
  const from = telephoneOf(turnContext);
  return from && disowning.disown(from);
}
