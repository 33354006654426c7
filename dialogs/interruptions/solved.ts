import { mainChoices } from '../messages/mainChoices.ts';
import { chosenOf } from '../state/utterance.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { askAgain, over } from './outcome.ts';

type Answer = 'yes' | 'no';

/** The answer to whether it is solved: a tap at any time, words only right after the question. It counts once. */
export const solved: Listener<'speaker' | 'solved'> = async (turn, means) => {
  const { context, open } = turn;
  const answer = tappedAnswer(turn) ?? (await saidAnswer(turn, means));
  if (answer === undefined) return undefined;
  const stands = await means.solved.get(context, null);
  if (stands?.standing === 'asked') await means.solved.set(context, { ...stands, standing: answer });
  const choices = answer === 'no' && !open ? mainChoices : [];
  await means.speaker.say(context, `solved.${answer}`, {}, { choices });
  return open ? askAgain : over;
};

function tappedAnswer({ said }: ListenedTurn): Answer | undefined {
  const chosen = chosenOf(said, ['choice.solved', 'choice.notSolved']);
  return chosen && (chosen === 'choice.solved' ? 'yes' : 'no');
}

async function saidAnswer(
  { context, said, open }: ListenedTurn,
  { speaker, solved }: Pick<Means, 'speaker' | 'solved'>,
): Promise<Answer | undefined> {
  if (open || said.found || said.label) return undefined;
  const answer = said.intent === 'affirm' ? 'yes' : said.intent === 'deny' ? 'no' : undefined;
  if (answer === undefined || (await solved.get(context, null))?.standing !== 'asked') return undefined;
  return (await speaker.said(context)).some(({ id }) => id === 'solved.ask') ? answer : undefined;
}
