import { items } from '../../services/contract/items/index.ts';
import type { MessageId } from '../../words/conversation.ts';
import { mainChoices } from '../messages/mainChoices.ts';
import { itemAsked } from '../prompts/authenticationItemQuestion.ts';
import type { OpenQuestion } from '../prompts/question.ts';
import { UnfreezeQuestion } from '../prompts/unfreezeQuestion.ts';
import { type Aside, asideIn } from '../understanding/asides.ts';
import { asksOnlyWhy, asksWhyFrozen } from '../understanding/whyWords.ts';
import { howToUnfreeze } from './howToUnfreeze.ts';
import type { Listener } from './listener.ts';
import { askAgain, over } from './outcome.ts';
import { whyFrozen } from './whyFrozen.ts';

/** A question beside the matter is answered, and nothing that is open is left for it. */
export const aside: Listener<'speaker' | 'spokenOf'> = async (turn, means) => {
  const { context, said, open } = turn;
  const wantsWhy = asksWhyFrozen(said.words) || (open?.id === UnfreezeQuestion.id && asksOnlyWhy(said.words));
  if (wantsWhy && said.intent !== 'unfreeze') return whyFrozen(turn, means);
  const asked = asideIn(said.words) ?? (open && said.intent === 'howToUnfreeze' ? 'whatNeeded' : undefined);
  if (asked === undefined) return undefined;
  if (!open && asked === 'whatNeeded') return howToUnfreeze(turn, means);
  await means.speaker.say(context, asideAnswer(asked, open), {}, { choices: open ? [] : mainChoices });
  return open ? askAgain : over;
};

/** Where a number stands depends on which one is asked for. */
function asideAnswer(asked: Aside, open: OpenQuestion | undefined): MessageId {
  if (asked !== 'where') return `aside.${asked}`;
  const about = itemAsked(open);
  return about ? items[about.item].sentences.where : 'aside.whereCardNumber';
}
