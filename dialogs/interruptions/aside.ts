import { items } from '../../services/contract/items/index.ts';
import type { MessageId } from '../../words/conversation.ts';
import { mainChoices } from '../messages/mainChoices.ts';
import { itemAsked } from '../prompts/authenticationItemQuestion.ts';
import type { OpenQuestion } from '../prompts/question.ts';
import { type Aside, asideOf } from '../understanding/passing.ts';
import { howToUnfreeze } from './howToUnfreeze.ts';
import type { Listener } from './listener.ts';
import { askAgain, over } from './outcome.ts';
import { saysOrOffers } from './saidOften.ts';

/** Answers a side question. The open question stays open. */
export const aside: Listener<'speaker' | 'spokenOf' | 'notUnderstood'> = async (turn, means) => {
  const { said, open } = turn;
  const asked = asideOf(said.passing) ?? (open && said.intent === 'howToUnfreeze' ? 'whatNeeded' : undefined);
  if (asked === undefined) return undefined;
  if (!open && asked === 'whatNeeded') return howToUnfreeze(turn, means);
  await saysOrOffers(turn, means, asideAnswer(asked, open), { choices: open ? [] : mainChoices });
  return open ? askAgain : over;
};

/** The sentence about where a number is found, by the number that is asked for. */
function asideAnswer(asked: Aside, open: OpenQuestion | undefined): MessageId {
  if (asked !== 'where') return `aside.${asked}`;
  const about = itemAsked(open);
  return about ? items[about.item].sentences.where : 'aside.whereCardNumber';
}
