import { type Case, phoneOf, type Turn, type Visitor } from '../visitor.ts';
import { carrierTo } from './carrier.ts';

/** Sends one SMS after another from one telephone. */
function thread(url: string, visitor: Visitor, turn: Turn) {
  const carrier = carrierTo(url);
  const from = phoneOf(visitor);
  return async (name: string, text: string, answer: RegExp) => {
    const { replies, problems } = await turn(name, () => carrier.text(from, text));
    if (problems.length > 0) throw new Error(problems.join('; '));
    if (!answer.test(replies.join(' '))) throw new Error(`${answer} was to come, not ${replies.join(' ')}`);
  };
}

/** Card status alone. */
export const messagesStatus: Case = async (url, visitor, turn) => {
  const sends = thread(url, visitor, turn);
  await sends('status', 'check my card', /card number/i);
  await sends('card', visitor.card().number, /is frozen/i);
};

/** The case from the card's status to the unfrozen card, in messages. */
export const messagesUnfreezing: Case = async (url, visitor, turn) => {
  const sends = thread(url, visitor, turn);
  const card = visitor.card();
  await sends('status', 'check my card', /card number/i);
  await sends('card', card.number, /is frozen/i);
  await sends('yes', 'yes', /document/i);
  await sends('document', card.identityDocument, /password/i);
  await sends('password', card.transactionPassword, /is unfrozen/i);
};
