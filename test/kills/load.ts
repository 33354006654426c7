import { randomUUID } from 'node:crypto';
import { AuthenticationAnswer } from '../../services/contract/authenticationInformation.ts';
import type { CardReference } from '../../services/contract/card.ts';
import { CardStatusAnswer } from '../../services/contract/cardStatusQuery.ts';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import { UnfreezeAnswer } from '../../services/contract/unfreezeRequest.ts';
import type { MortalBank } from './mortalBank.ts';

/** What a customer heard in the end, at the moment when they heard it. */
export type Told = { card: CardReference; outcome: string };

export type Given = Partial<Record<AuthenticationItem, string>>;

/** One conversation with the bank's side from the card status query to the outcome, as the bot holds it. */
async function unfreezes(bank: MortalBank, card: CardReference, given: Given): Promise<string> {
  const query = { card, userTerminal: { channel: 'webChat', address: randomUUID() } };
  const { status } = CardStatusAnswer.parse(await bank.post('card-status-queries', query));
  if (status === 'noFrozenCard') return status;
  const asked = UnfreezeAnswer.parse(await bank.post('unfreeze-requests', query));
  if (asked.outcome !== 'authenticationRequested') return asked.outcome;
  const { authenticationRequest } = asked;
  let outcome = 'nothing was asked for';
  for (const item of authenticationRequest.items) {
    const envelope = await seal(given[item] ?? '', { authenticationRequest, item });
    const { userTerminal } = query;
    const path = `authentication-requests/${authenticationRequest.id}/information`;
    ({ outcome } = AuthenticationAnswer.parse(await bank.post(path, { userTerminal, item, envelope })));
  }
  return outcome;
}

/**
 * Many conversations at the same moment, while others keep asking how it stands with their card until the bank has died and
 * was started again: whenever it dies, each of them has a question there or comes with the next.
 * @param told is filled as they hear of it
 */
export async function holdConversations(
  bank: MortalBank,
  conversations: readonly { card: CardReference; given: Given }[],
  told: Told[],
): Promise<void> {
  let over = false;
  const started = bank.starts;
  const asks = async (card: CardReference) => {
    while (!over && bank.starts === started) {
      const userTerminal = { channel: 'webChat', address: randomUUID() };
      await bank.post('card-status-queries', { card, userTerminal });
    }
  };
  const others = conversations.slice(-2).map(({ card }) => asks(card));
  await Promise.all(
    conversations.map(async ({ card, given }) => {
      told.push({ card, outcome: await unfreezes(bank, card, given) });
    }),
  );
  over = true;
  await Promise.all(others);
}
