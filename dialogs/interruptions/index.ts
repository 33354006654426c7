import { spanned } from '../../kit/trace.ts';
import { again } from './again.ts';
import { answer } from './answer.ts';
import { aside } from './aside.ts';
import { behalf } from './behalf.ts';
import { cardFound } from './cardFound.ts';
import { cardWish } from './cardWish.ts';
import { caseOffer } from './caseOffer.ts';
import { code } from './code.ts';
import { comesBackLater } from './comesBackLater.ts';
import { disowning } from './disowning.ts';
import { explanation } from './explanation.ts';
import { found } from './found.ts';
import { freezeQuestion } from './freezeQuestion.ts';
import { goingBack } from './goingBack.ts';
import { language } from './language.ts';
import { leaving } from './leaving.ts';
import { link } from './link.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { lockQuestion } from './lockQuestion.ts';
import { movedAway } from './movedAway.ts';
import { myCards } from './myCards.ts';
import { otherCard } from './otherCard.ts';
import { forTheQuestion, type Outcome, over } from './outcome.ts';
import { person } from './person.ts';
import { plainAnswer } from './plainAnswer.ts';
import { report } from './report.ts';
import { reportStands } from './reportStands.ts';
import { solved } from './solved.ts';
import { topic } from './topic.ts';
import { unsure } from './unsure.ts';
import { waiting } from './waiting.ts';
import { wayOut } from './wayOut.ts';
import { withPerson } from './withPerson.ts';

/**
 * Whose turn it is, whether a question is open or not: the first that takes it. The order is a matter of safety.
 * What is said to a person is heard by the bot only where it freezes or goes back to it.
 * What freezes goes before what calls a person, since a denial reads like a report; and both before all that could
 * lead to unfreezing. That a card was found reads like a report too, and is heard before it only where one stands; who
 * froze a card, asked with no word more, is none, and neither is a card that is at home.
 */
export const listeners: readonly Listener[] = [
  withPerson,
  disowning,
  cardFound,
  lockQuestion,
  freezeQuestion,
  wayOut,
  report,
  behalf,
  reportStands,
  movedAway,
  solved,
  comesBackLater,
  caseOffer,
  code,
  found,
  waiting,
  link,
  myCards,
  topic,
  aside,
  otherCard,
  answer,
  leaving,
  goingBack,
  person,
  again,
  language,
  explanation,
  unsure,
  cardWish,
  plainAnswer,
];

/** The outcomes that concern an open question only. */
const leavesOpen: ReadonlySet<Outcome['next']> = new Set(['askAgain', 'stays']);

/** The outcome of a turn. A turn that no listener takes goes to the open question, if there is one. */
export function outcomeOf(turn: ListenedTurn, means: Means): Promise<Outcome> {
  return spanned('listeners', () => firstOutcome(turn, means));
}

async function firstOutcome(turn: ListenedTurn, means: Means): Promise<Outcome> {
  for (const listener of listeners) {
    const outcome = await listener(turn, means);
    if (outcome) return leavesOpen.has(outcome.next) && !turn.open ? over : outcome;
  }
  return forTheQuestion;
}
