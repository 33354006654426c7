import { UnfreezeError } from '../../kit/errors.ts';
import { type Clock, type Instant, instant, later, minutes } from '../../kit/time.ts';
import type { Telephone } from '../../services/contract/cardSearch.ts';
import type { AnswerableReceipt } from '../../services/contract/disownment.ts';
import type { ReceiptQuestion } from '../state/conversationState.ts';
import { tapped } from '../state/tapped.ts';
import { turnOf } from '../state/turn.ts';
import { telephoneOf } from '../state/userTerminal.ts';
import { type Alarm, alarmIn, namesOtherMatter, ownsUpIn } from '../understanding/alarm.ts';
import { isDisowning } from '../understanding/notMe.ts';
import type { ListenedTurn, Means } from './listener.ts';

/**
 * What a message is to a receipt that its telephone has had.
 * - `disowns`: it was not the customer; `plainly` where the words are those that the receipt asks for
 * - `isUnclear`: it may be that, so the customer is asked, once for each receipt
 * - `ownsUp`: it was the customer
 */
export type ReceiptAnswer =
  | { what: 'disowns'; plainly: boolean }
  | { what: 'isUnclear' | 'ownsUp'; receipt: Instant };

type Used = 'customerService' | 'receiptQuestion' | 'stamp' | 'clock';

/** How long a short answer belongs to what the bot has said since the receipt, and not to the receipt. */
const attentive = 30 * minutes;
/** A second cry so soon after a card was frozen is the same one: it was done outside of any turn, or its answer was lost. */
const sameCry = 2 * minutes;

/** How a turn reads; nothing where it is no answer to a receipt, or the bank's side cannot tell of one. */
export async function receiptAnswer(
  turn: ListenedTurn,
  means: Pick<Means, Used>,
): Promise<ReceiptAnswer | undefined> {
  const { words, label } = turn.said;
  if (label === 'choice.notMe' || isDisowning(words)) return { what: 'disowns', plainly: true };
  const from = telephoneOf(turn.context);
  if (from === undefined) return undefined;
  const read = readingOf(turn);
  if (read.alarm === 'certain') return { what: 'disowns', plainly: false };
  const asked = await means.receiptQuestion.get(turn.context, null);
  const isAsked = asked?.standing === 'asked';
  if (!(read.alarm || read.isStrange || read.ownsUp || isAsked)) return undefined;
  const { unfrozenAt, disownedAt } = await answerable(from, means);
  if (unfrozenAt === null) return read.alarm && isJustNow(disownedAt, means.clock) ? disowns : undefined;
  if (read.ownsUp && !(turn.open && !isAsked)) return { what: 'ownsUp', receipt: unfrozenAt };
  if (asked?.receipt === unfrozenAt) return answerTo(asked, turn, read, means);
  return (await isForReceipt(turn, read, unfrozenAt, means)) ? unclear(turn, unfrozenAt) : undefined;
}

const disowns: ReceiptAnswer = { what: 'disowns', plainly: false };

/** A customer who cannot be written to cannot be asked. In doubt the card is frozen. */
function unclear({ context }: ListenedTurn, receipt: Instant): ReceiptAnswer {
  return turnOf(context).optedOut ? disowns : { what: 'isUnclear', receipt };
}

type Reading = { alarm: Alarm | undefined; isStrange: boolean; ownsUp: boolean };

/** A label of a quick reply that was sent back is no cry, whatever it holds. */
function readingOf({ said: { words, found, intent, label }, open }: ListenedTurn): Reading {
  if (label === 'choice.itWasMe') return { alarm: undefined, isStrange: false, ownsUp: true };
  if (words === '' || tapped(label)) return { alarm: undefined, isStrange: false, ownsUp: false };
  const isStrange = intent === 'none' && !found && !open && !namesOtherMatter(words);
  return { alarm: alarmIn(words, intent), isStrange, ownsUp: ownsUpIn(words, intent) };
}

/** The customer was asked whether it was them: everything that is not a yes and no other matter is a no. */
async function answerTo(
  asked: ReceiptQuestion,
  { context, said }: ListenedTurn,
  { alarm }: Reading,
  { receiptQuestion }: Pick<Means, 'receiptQuestion'>,
): Promise<ReceiptAnswer | undefined> {
  if (asked.standing === 'wasThem') return undefined;
  if (alarm === 'doubtful') return disowns;
  if (asked.standing === 'passed') return undefined;
  if (alarm === 'faint' || said.intent === 'deny') return disowns;
  if (said.intent === 'affirm' || said.intent === 'thanks') return { what: 'ownsUp', receipt: asked.receipt };
  await receiptQuestion.set(context, { ...asked, standing: 'passed' });
  return undefined;
}

/** A bare no is the answer to what the bot has asked, where that is the last that the telephone has shown. */
async function isForReceipt(
  { context, open }: ListenedTurn,
  { alarm, isStrange }: Reading,
  unfrozenAt: Instant,
  { stamp, clock }: Pick<Means, 'stamp' | 'clock'>,
): Promise<boolean> {
  if (alarm === 'doubtful') return true;
  if (open || !(alarm || isStrange)) return false;
  const spokeAt = (await stamp.get(context))?.at;
  const listens = spokeAt !== undefined && spokeAt > instant(later(clock(), -attentive));
  return !(listens && spokeAt >= unfrozenAt);
}

function isJustNow(disownedAt: Instant | null, clock: Clock): boolean {
  return disownedAt !== null && disownedAt > instant(later(clock(), -sameCry));
}

/** What only may be an answer to a receipt is heard as what else it may be where nobody can tell of one. */
async function answerable(
  from: Telephone,
  { customerService }: Pick<Means, 'customerService'>,
): Promise<AnswerableReceipt> {
  try {
    return await customerService.answerableReceipt(from);
  } catch (error) {
    if (error instanceof UnfreezeError) return { unfrozenAt: null, disownedAt: null };
    throw error;
  }
}
