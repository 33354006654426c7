import { awaitsCode } from '../prompts/secureLinkQuestion.ts';
import { chosenOf } from '../state/utterance.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { askAgain, begin } from './outcome.ts';

/** Takes the code of a case, gives one, or asks for the code that the customer says they have. */
export const code: Listener<'moving' | 'speaker'> = async (turn, { moving, speaker }) => {
  const { context, said, open } = turn;
  if (awaitsCode(open)) {
    // The code of a text belongs on the bank's page: nobody in a conversation ever asks for it.
    if (said.found?.what !== 'caseCode') return undefined;
    await speaker.say(context, 'secureCode.notHere');
    return askAgain;
  }
  if (said.found?.what === 'caseCode') {
    const card = await moving.takesByCode(context, said.found.name);
    return card ? begin({ card, returned: true }) : askAgain;
  }
  const asked = await codeAsked(turn, { moving });
  if (asked === undefined) return undefined;
  if (asked === 'one') await moving.givesCode(context);
  else await speaker.say(context, 'moving.giveCode');
  return askAgain;
};

/** Whether the words ask for the code of the open case, or for where to enter a code. */
export async function codeAsked(
  { context, said }: ListenedTurn,
  { moving }: Pick<Means, 'moving'>,
): Promise<'one' | 'whereTo' | undefined> {
  const { passing, found } = said;
  if (found) return undefined;
  const wants =
    passing === 'move' || passing === 'code' || chosenOf(said, ['choice.elsewhere']) !== undefined;
  if (wants && (await moving.isOpen(context))) return 'one';
  return passing === 'haveCode' ? 'whereTo' : undefined;
}
