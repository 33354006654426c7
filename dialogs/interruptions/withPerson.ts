import type { TurnContext } from 'botbuilder';
import { mainChoices } from '../messages/mainChoices.ts';
import { whileWaiting } from '../messages/whileWaiting.ts';
import type { WithPerson } from '../state/conversationState.ts';
import type { Persons } from '../state/persons.ts';
import { turnOf } from '../state/turn.ts';
import { isOnTelephone } from '../state/userTerminal.ts';
import { wantsBot } from '../understanding/backToBot.ts';
import { wantsCall } from '../understanding/callBackWords.ts';
import { cardsHeard } from '../understanding/heard.ts';
import { disowning } from './disowning.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { type Outcome, over } from './outcome.ts';
import { receiptAnswer } from './receiptAnswer.ts';
import { namesLoss } from './report.ts';

type Used =
  | 'persons'
  | 'withPerson'
  | 'speaker'
  | 'handoff'
  | 'disowning'
  | 'customerService'
  | 'spokenOf'
  | 'receiptQuestion'
  | 'stamp'
  | 'clock'
  | 'language';
type Talk = NonNullable<WithPerson>;

/** What is no message to anybody, but an answer to a form or the sign of a page. */
const forTheBot: ReadonlySet<string | undefined> = new Set([
  'sealedItem',
  'lostItem',
  'itemProblem',
  'unreadableForm',
  'linkConcluded',
  'caseCode',
]);

/**
 * What is said while a person has the conversation, or is waited for, goes to them: the bot hears a denial, a report of a
 * loss and the wish to go back to it, and nothing else.
 */
export const withPerson: Listener<Used> = async (turn, means) => {
  const { context, said } = turn;
  const { persons } = means;
  const talk = await means.withPerson.get(context, null);
  if (!talk || !persons) return undefined;
  if (talk.standing === 'left') return namesCardLater(turn, talk, persons);
  // What the bot has asked meanwhile is between it and the customer: who they are, or which card is lost.
  if (turn.open) return undefined;
  if (forTheBot.has(said.found?.what)) return undefined;
  if (said.found?.what === 'returned' || said.found?.what === 'silence') return holdsOn(turn, talk, means);
  if (wantsBack(turn)) return goesBack(turn, talk, persons, means);
  if (talk.standing === 'waits' && wantsToBeCalled(turn)) return isCalled(turn, talk, persons, means);
  // The words as they may be shown: where the bot's own were sent back, `said` has none.
  const text = context.activity.text ?? '';
  const isRead = await persons.hears(
    talk.caseId,
    { text, cards: cardsHeard(context.activity) },
    workOf(context),
  );
  const freezes = await freezesFirst(turn, means);
  if (freezes) return freezes;
  if (!isRead) {
    await means.withPerson.set(context, null);
    return undefined;
  }
  await tellsOf(turn, talk, means);
  return over;
};

/** Tells a caller who waits in silence, now and then, that the line is still there. */
async function holdsOn(
  { context }: ListenedTurn,
  talk: Talk,
  { speaker }: Pick<Means, Used>,
): Promise<Outcome> {
  if (talk.standing === 'waits' && isOnTelephone(context))
    await speaker.say(context, 'person.hold', {}, { choices: whileWaiting, waitsForPerson: true });
  return over;
}

/** What freezes is heard by the bot as well, at once. */
async function freezesFirst(turn: ListenedTurn, means: Pick<Means, Used>): Promise<Outcome | undefined> {
  if ((await receiptAnswer(turn, means))?.what === 'disowns') return disowning(turn, means);
  if (!namesLoss(turn)) return undefined;
  return means.handoff.ofReport(turn.context, turn.open);
}

/** What the customer should know of what they have sent; where all is well, only once, and only while they wait. */
async function tellsOf(
  { context, said }: ListenedTurn,
  talk: Talk,
  { speaker, withPerson }: Pick<Means, Used>,
): Promise<void> {
  if (said.found?.what === 'strayedSecret') return speaker.say(context, 'person.strayedSecret');
  if (said.found?.what === 'attachment') return speaker.say(context, 'onlyText');
  if (talk.standing !== 'waits' || talk.noted) return;
  await withPerson.set(context, { ...talk, noted: true });
  const holds = isOnTelephone(context) ? { choices: whileWaiting, waitsForPerson: true } : {};
  await speaker.say(context, 'person.noted', {}, holds);
}

function wantsBack({ said }: ListenedTurn): boolean {
  return said.label === 'choice.backToBot' || wantsBot(said.words);
}

function wantsToBeCalled({ said }: ListenedTurn): boolean {
  return said.label === 'choice.callBack' || wantsCall(said.words);
}

async function goesBack(
  { context }: ListenedTurn,
  { caseId }: Talk,
  persons: Persons,
  { speaker, withPerson }: Pick<Means, Used>,
): Promise<Outcome> {
  await persons.leaves(caseId, { callBack: false }, workOf(context));
  await withPerson.set(context, { caseId, standing: 'left' });
  await speaker.say(context, 'person.back', { caseId }, { choices: mainChoices });
  return over;
}

async function isCalled(
  { context }: ListenedTurn,
  { caseId }: Talk,
  persons: Persons,
  { handoff, withPerson }: Pick<Means, Used>,
): Promise<Outcome> {
  await persons.leaves(caseId, { callBack: true }, workOf(context));
  await withPerson.set(context, { caseId, standing: 'left' });
  await handoff.callsBack(context, caseId);
  return over;
}

/** A card that is named to the bot after the handoff is the case's too. */
async function namesCardLater(
  { context }: ListenedTurn,
  { caseId }: Talk,
  persons: Persons,
): Promise<Outcome | undefined> {
  const cards = cardsHeard(context.activity);
  if (cards.length > 0) await persons.hears(caseId, { text: '', cards }, workOf(context));
  return undefined;
}

function workOf(context: TurnContext) {
  return turnOf(context).work;
}
