import type { MessageId } from '../../words/conversation.ts';
import { answers } from '../prompts/authenticationItemQuestion.ts';
import { awaitedBy } from '../prompts/awaited.ts';
import { isNoNewCard } from '../prompts/noNewCard.ts';
import { mostTroubles } from '../prompts/question.ts';
import { isForLink, SecureLinkQuestion } from '../prompts/secureLinkQuestion.ts';
import type { Heard } from '../understanding/heard.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { begin, forTheQuestion, type Outcome, over } from './outcome.ts';
import { whatElse } from './whatElse.ts';

type Used = 'speaker' | 'handoff' | 'spokenOf';
type Kind<What extends Heard['what']> = Extract<Heard, { what: What }>;

/** Acts on what the edge found beside the words: the answer to the open question, a card to begin with, or news. */
export const found: Listener<Used> = async (turn, means) => {
  const { said, open } = turn;
  switch (said.found?.what) {
    case undefined:
    case 'wish':
    case 'caseCode':
    case 'deskWord':
      return undefined;
    case 'card':
    case 'cards':
    case 'cardNumberProblem':
      return namesCard(turn, said.found);
    case 'silence':
      return isSilent(turn, means);
    case 'returned':
      return isBack(turn, means);
    case 'sealedItem':
      return isAnswer(turn, said.found.sealed) ? forTheQuestion : tells(turn, 'formOver', means);
    case 'lostItem':
      return isAnswer(turn, said.found.item) ? forTheQuestion : tells(turn, 'formOver', means);
    case 'lastFour':
    case 'itemProblem':
    case 'linkConcluded':
      return open ? forTheQuestion : tells(turn, 'formOver', means);
    case 'unreadableForm':
      return tells(turn, 'formOver', means);
    case 'strayedSecret':
      return tells(turn, 'strayedSecret', means);
    case 'attachment':
      return tells(turn, 'onlyText', means);
  }
};

function namesCard(
  { said, open }: ListenedTurn,
  named: Kind<'card' | 'cards' | 'cardNumberProblem'>,
): Outcome | undefined {
  // A customer who waits for a link and wants another may name the card that it is for.
  if (open?.id === SecureLinkQuestion.id && isForLink(said) && named.what !== 'cardNumberProblem')
    return undefined;
  const how = said.intent === 'howToUnfreeze' ? { onlyHow: true } : {};
  switch (named.what) {
    case 'card':
      return isNoNewCard(open, named.card) ? forTheQuestion : begin({ card: named.card, ...how });
    case 'cards':
      return begin({ cards: named.cards, ...how });
    case 'cardNumberProblem': {
      const { problem, count } = named;
      if (awaitedBy(open).what === 'cardNumber') return forTheQuestion;
      return begin({ problem: { problem, count }, ...how });
    }
  }
}

/** Counts a silence as a trouble of the open question. After some silences a person is called. */
async function isSilent(turn: ListenedTurn, means: Pick<Means, Used>): Promise<Outcome> {
  const { context, open } = turn;
  if (!open) return tells(turn, 'silence.1', means);
  if ((open.troubles.silence ?? 0) + 1 < mostTroubles) return forTheQuestion;
  await means.handoff.afterSilence(context, open);
  return over;
}

/** Asks a customer who is back after a lost connection only whether to unfreeze the card that was mentioned. */
async function isBack(turn: ListenedTurn, means: Pick<Means, Used>): Promise<Outcome> {
  const { context, open } = turn;
  if (awaitedBy(open).what === 'return') return forTheQuestion;
  const spokenOf = open ? await means.spokenOf.get(context, null) : null;
  return spokenOf?.remote ? begin({ card: spokenOf.card, returned: true }) : whatElse(turn, means);
}

function isAnswer({ open }: ListenedTurn, given: Parameters<typeof answers>[0]): boolean {
  const awaited = awaitedBy(open);
  return awaited.what === 'authenticationItem' && answers(given, awaited);
}

async function tells(turn: ListenedTurn, id: MessageId, means: Pick<Means, 'speaker'>): Promise<Outcome> {
  await means.speaker.say(turn.context, id);
  return whatElse(turn, means);
}
