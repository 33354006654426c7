import type { TurnContext } from 'botbuilder';
import { UnfreezeError } from '../../kit/errors.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import type { DisownmentAnswer } from '../../services/contract/disownment.ts';
import { telephone } from '../state/userTerminal.ts';
import { isDisowning } from '../understanding/notMe.ts';
import type { Listener, Means } from './listener.ts';
import { over } from './outcome.ts';

/**
 * A customer says of an unfreezing that it was not them: the card is frozen again first, then a person has the case.
 * Where nothing was frozen again, it is an ordinary report of a loss.
 */
export const disowning: Listener<'speaker' | 'customerService' | 'handoff' | 'spokenOf'> = async (
  { context, said, open },
  { speaker, customerService, handoff, spokenOf },
) => {
  if (!isDisowning(said.words)) return undefined;
  const answer = await disownedIfPossible(context, customerService);
  if (answer === undefined || answer.outcome === 'nothingUnfrozen') {
    await handoff.ofReport(context, open);
    return over;
  }
  const { outcome, cards } = answer;
  for (const { lastFour } of cards) await speaker.say(context, `disowned.${outcome}`, { lastFour });
  const [card] = cards;
  if (card) await spokenOf.set(context, { card, frozen: true, remote: false, reasons: [] });
  await handoff.ofDisowning(context, open);
  return over;
};

/** Undefined also where the bank's side does not answer now: then a person must. */
async function disownedIfPossible(
  turnContext: TurnContext,
  customerService: Means['customerService'],
): Promise<DisownmentAnswer | undefined> {
  try {
    return await disowned(turnContext, customerService);
  } catch (error) {
    if (error instanceof UnfreezeError) return undefined;
    throw error;
  }
}

/** Freezes again what was unfrozen lately. @returns undefined where the channel gives no telephone. @throws UnfreezeError */
export async function disowned(
  turnContext: TurnContext,
  customerService: Pick<CustomerServiceClient, 'disown'>,
): Promise<DisownmentAnswer | undefined> {
  const from = telephone(turnContext);
  return from && customerService.disown(from);
}
