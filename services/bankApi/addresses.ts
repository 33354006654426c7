import * as z from 'zod';
import type { AnswerCode } from '../../kit/http/errorAnswers.ts';
import { AuthenticationAnswer, AuthenticationInformation } from '../contract/authenticationInformation.ts';
import { NamedCard } from '../contract/card.ts';
import { CardSearch, CardSearchAnswer } from '../contract/cardSearch.ts';
import { CardStatusAnswer, CardStatusQuery } from '../contract/cardStatusQuery.ts';
import { CaseMove, CaseMoveAnswer } from '../contract/caseMove.ts';
import { AnswerableReceipt, Disownment, DisownmentAnswer } from '../contract/disownment.ts';
import { Handoff, HandoffAnswer } from '../contract/handoff.ts';
import { OperatorAct, OperatorActAnswer } from '../contract/operatorAct.ts';
import { OptOut, OptOutAnswer } from '../contract/optOut.ts';
import {
  ReceiptCase,
  ReceiptCaseAnswer,
  ReceiptReport,
  ReceiptReportAnswer,
  UnreachedQuery,
  UnreachedReceipts,
} from '../contract/receipts.ts';
import { SealingKey } from '../contract/sealingKey.ts';
import { UnfreezeAnswer, UnfreezeRequest, UnfreezeRequestState } from '../contract/unfreezeRequest.ts';

export const base = '/bank/v1';

/** A card number on its way to its reference. It is looked at, and kept nowhere. */
const CardNumberGiven = z.object({ cardNumber: z.string().max(64) });

/** `AuthenticationInformation` without the authentication request, which the address names. */
const InformationGiven = AuthenticationInformation.omit({ authenticationRequest: true });

const SealingKeys = z.object({ keys: z.array(SealingKey) });

type Post = {
  /** In a sentence, for the reader of the document. */
  does: string;
  takes: z.ZodType;
  answers: z.ZodType;
  /** With which codes, beside those that every address has. */
  refuses: readonly AnswerCode[];
  idempotencyKey: boolean;
};

/** Every address of the bank's side that takes a message: what it takes and what it answers. */
export const posts = {
  'card-references': {
    does: 'The reference of a card number, known or not; nothing is changed or kept',
    takes: CardNumberGiven,
    answers: NamedCard,
    refuses: [],
    idempotencyKey: false,
  },
  'card-status-queries': {
    does: 'Whether a card is frozen, and how to unfreeze it',
    takes: CardStatusQuery,
    answers: CardStatusAnswer,
    refuses: ['tooManyRequests'],
    idempotencyKey: true,
  },
  'card-searches': {
    does: 'Whether the registered phone has a frozen card with these last four digits, and how to unfreeze it',
    takes: CardSearch,
    answers: CardSearchAnswer,
    refuses: ['tooManyRequests'],
    idempotencyKey: true,
  },
  'unfreeze-requests': {
    does: 'An authentication request for a card that was found frozen',
    takes: UnfreezeRequest,
    answers: UnfreezeAnswer,
    refuses: [],
    idempotencyKey: true,
  },
  'authentication-requests/:id/information': {
    does: 'One sealed item of what an authentication request asks for; with the last one the card is unfrozen',
    takes: InformationGiven,
    answers: AuthenticationAnswer,
    refuses: [
      'authenticationRequestUnknown',
      'envelopeUnreadable',
      'envelopeForeign',
      'envelopeExpired',
      'envelopeReused',
    ],
    idempotencyKey: true,
  },
  disownments: {
    does: 'Freezes again the cards that were unfrozen lately, for the telephone that their receipts go to',
    takes: Disownment,
    answers: DisownmentAnswer,
    refuses: [],
    idempotencyKey: true,
  },
  'answerable-receipts': {
    does: 'Whether this telephone has had a receipt that can be answered with a disownment; nothing is changed or kept',
    takes: Disownment,
    answers: AnswerableReceipt,
    refuses: [],
    idempotencyKey: false,
  },
  handoffs: {
    does: 'Notes in the audit trail that a conversation was handed over to the bank’s staff',
    takes: Handoff,
    answers: HandoffAnswer,
    refuses: [],
    idempotencyKey: true,
  },
  'case-moves': {
    does: 'Notes in the audit trail that a case of unfreezing goes on on another channel',
    takes: CaseMove,
    answers: CaseMoveAnswer,
    refuses: [],
    idempotencyKey: true,
  },
  'operator-acts': {
    does: 'Notes in the audit trail what an operator read or changed on the bot’s database',
    takes: OperatorAct,
    answers: OperatorActAnswer,
    refuses: [],
    idempotencyKey: true,
  },
  'receipt-reports': {
    does: 'What the carrier says has become of the receipt of an unfreezing; the same again changes nothing',
    takes: ReceiptReport,
    answers: ReceiptReportAnswer,
    refuses: [],
    idempotencyKey: false,
  },
  'unreached-receipts': {
    does: 'The unfreezings of which their owners could be told in no way and that have no case, each to one who asks',
    takes: UnreachedQuery,
    answers: UnreachedReceipts,
    refuses: [],
    idempotencyKey: false,
  },
  'receipt-cases': {
    does: 'Notes that the bank’s staff have a case for an unreached receipt; the same again changes nothing',
    takes: ReceiptCase,
    answers: ReceiptCaseAnswer,
    refuses: [],
    idempotencyKey: false,
  },
  'opt-outs': {
    does: 'Notes that a telephone has said STOP, or takes it back; the same again changes nothing',
    takes: OptOut,
    answers: OptOutAnswer,
    refuses: [],
    idempotencyKey: false,
  },
} as const satisfies Record<string, Post>;

/** Every address that is only read. */
export const gets = {
  'unfreeze-requests/:id': {
    does: 'How it stands with an authentication request',
    answers: UnfreezeRequestState,
    refuses: ['authenticationRequestUnknown'],
  },
  'sealing-keys': { does: 'The public keys to seal to, as a JWKS', answers: SealingKeys, refuses: [] },
} as const satisfies Record<string, Pick<Post, 'does' | 'answers' | 'refuses'>>;
