import * as z from 'zod';
import type { AnswerCode } from '../../kit/http/errorAnswers.ts';
import type { Recording } from '../../kit/store/recording.ts';
import { AuthenticationAnswer, AuthenticationInformation } from '../contract/authenticationInformation.ts';
import { NamedCard } from '../contract/card.ts';
import { CardFreezing, CardFreezingAnswer } from '../contract/cardFreezing.ts';
import { CardSearch, CardSearchAnswer } from '../contract/cardSearch.ts';
import { CardStatusAnswer, CardStatusQuery } from '../contract/cardStatusQuery.ts';
import { CaseMove, CaseMoveAnswer } from '../contract/caseMove.ts';
import { AnswerableReceipt, Disownment, DisownmentAnswer } from '../contract/disownment.ts';
import { FreezeNotice, FreezeNoticeAnswer } from '../contract/freezeNotice.ts';
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
import type { OptOutsClient, ReceiptsClient } from '../contract/receiptsClient.ts';
import { SealingKey } from '../contract/sealingKey.ts';
import {
  UnfreezeAnswer,
  UnfreezeRequest,
  UnfreezeRequestState,
  UnfreezingStart,
} from '../contract/unfreezeRequest.ts';
import type { CustomerService } from '../customerService/customerService.ts';
import type { Processor } from '../processor/processor.ts';
import type { SealingKeyPairs } from '../security/sealingKeyPair.ts';

export const bankBase = '/bank/v1';

/** A card number that is exchanged for a reference. It is not stored. */
const CardNumberGiven = z.object({ cardNumber: z.string().max(64) });

/** `AuthenticationInformation` without the authentication request, whose id is in the address. */
const InformationGiven = AuthenticationInformation.omit({ authenticationRequest: true });

/** `UnfreezingStart` without the authentication request. */
const StartGiven = UnfreezingStart.omit({ authenticationRequest: true });

const SealingKeys = z.object({ keys: z.array(SealingKey) });

/** The parts of the bank's side that are served. */
export type ServedBank = {
  customerService: CustomerService;
  processor: Processor;
  receipts: ReceiptsClient;
  optOuts: OptOutsClient;
  sealingKeys: Pick<SealingKeyPairs, 'current'>;
  freezeNotices: { note(notice: FreezeNotice): Promise<FreezeNoticeAnswer> };
};

/** The description of an address: what it does, what it answers, and the codes of its own refusals. */
type Described<Answer> = { does: string; answers: z.ZodType<Answer>; refuses: readonly AnswerCode[] };

export type Post<Message, Answer> = Described<Answer> & {
  takes: z.ZodType<Message>;
  idempotencyKey: boolean;
  /** @param id the `:id` in the address; @param record stores the answer in the transaction that makes it true */
  calls(bank: ServedBank, message: Message, id: string, record?: Recording<Answer>): Promise<Answer>;
};

type Get<Answer> = Described<Answer> & { calls(bank: ServedBank, id: string): Promise<Answer> };

/** An address whose message, answer and call fit together. */
const post = <Message, Answer>(row: Post<Message, Answer>) => row;
const get = <Answer>(row: Get<Answer>) => row;

/** All addresses that take a message, with what they take and answer. */
export const bankPosts = {
  'card-references': post({
    does: 'The reference of a card number, known or not; nothing is changed or kept',
    takes: CardNumberGiven,
    answers: NamedCard,
    refuses: [],
    idempotencyKey: false,
    calls: ({ customerService }, { cardNumber }) => customerService.nameCard(cardNumber),
  }),
  'card-status-queries': post({
    does: 'Whether a card is frozen, and how to unfreeze it',
    takes: CardStatusQuery,
    answers: CardStatusAnswer,
    refuses: ['tooManyRequests'],
    idempotencyKey: true,
    calls: ({ customerService }, query, _id, record) => customerService.queryCardStatus(query, record),
  }),
  'card-searches': post({
    does: 'Whether the registered phone has a frozen card with these last four digits, and how to unfreeze it',
    takes: CardSearch,
    answers: CardSearchAnswer,
    refuses: ['tooManyRequests'],
    idempotencyKey: true,
    calls: ({ customerService }, search, _id, record) => customerService.searchCard(search, record),
  }),
  'unfreeze-requests': post({
    does: 'An authentication request for a card that was found frozen',
    takes: UnfreezeRequest,
    answers: UnfreezeAnswer,
    refuses: [],
    idempotencyKey: true,
    calls: ({ processor }, request, _id, record) => processor.requestUnfreezing(request, record),
  }),
  'authentication-requests/:id/information': post({
    does: 'One sealed item of what an authentication request asks for; with the last one the card is unfrozen',
    takes: InformationGiven,
    answers: AuthenticationAnswer,
    refuses: [
      'authenticationRequestUnknown',
      'envelopeUnreadable',
      'envelopeForeign',
      'envelopeExpired',
      'envelopeReused',
      'consentMissing',
    ],
    idempotencyKey: true,
    calls: ({ processor }, given, authenticationRequest, record) =>
      processor.giveAuthenticationInformation({ ...given, authenticationRequest }, record),
  }),
  'authentication-requests/:id/unfreezing': post({
    does: 'A person at the desk starts the unfreezing of a request in which all was shown; the same again has one effect',
    takes: StartGiven,
    answers: AuthenticationAnswer,
    refuses: ['authenticationRequestUnknown'],
    idempotencyKey: true,
    calls: ({ processor }, given, authenticationRequest, record) =>
      processor.startUnfreezing({ ...given, authenticationRequest }, record),
  }),
  freezings: post({
    does: 'Freezes a card at the wish of its customer: from the registered phone, or after their identity document has matched',
    takes: CardFreezing,
    answers: CardFreezingAnswer,
    refuses: ['tooManyRequests'],
    idempotencyKey: true,
    calls: ({ customerService }, freezing, _id, record) => customerService.freezeCard(freezing, record),
  }),
  disownments: post({
    does: 'Freezes again the cards that were unfrozen lately, for the telephone that their receipts go to',
    takes: Disownment,
    answers: DisownmentAnswer,
    refuses: [],
    idempotencyKey: true,
    calls: ({ customerService }, disownment, _id, record) => customerService.disown(disownment, record),
  }),
  'answerable-receipts': post({
    does: 'Whether this telephone has had a receipt that can be answered with a disownment; nothing is changed or kept',
    takes: Disownment,
    answers: AnswerableReceipt,
    refuses: [],
    idempotencyKey: false,
    calls: ({ customerService }, telephone) => customerService.answerableReceipt(telephone),
  }),
  handoffs: post({
    does: 'Notes in the audit trail that a conversation was handed over to the bank’s staff',
    takes: Handoff,
    answers: HandoffAnswer,
    refuses: [],
    idempotencyKey: true,
    calls: ({ customerService }, handoff, _id, record) => customerService.noteHandoff(handoff, record),
  }),
  'case-moves': post({
    does: 'Notes in the audit trail that a case of unfreezing goes on on another channel',
    takes: CaseMove,
    answers: CaseMoveAnswer,
    refuses: [],
    idempotencyKey: true,
    calls: ({ customerService }, move, _id, record) => customerService.noteCaseMove(move, record),
  }),
  'operator-acts': post({
    does: 'Notes in the audit trail what an operator read or changed on the bot’s database',
    takes: OperatorAct,
    answers: OperatorActAnswer,
    refuses: [],
    idempotencyKey: true,
    calls: ({ customerService }, act, _id, record) => customerService.noteOperatorAct(act, record),
  }),
  'receipt-reports': post({
    does: 'What the carrier says has become of the receipt of an unfreezing; the same again changes nothing',
    takes: ReceiptReport,
    answers: ReceiptReportAnswer,
    refuses: [],
    idempotencyKey: false,
    calls: ({ receipts }, report) => receipts.reportReceipt(report),
  }),
  'unreached-receipts': post({
    does: 'The unfreezings of which their owners could be told in no way and that have no case, each to one who asks',
    takes: UnreachedQuery,
    answers: UnreachedReceipts,
    refuses: [],
    idempotencyKey: false,
    calls: ({ receipts }, query) => receipts.unreachedReceipts(query),
  }),
  'receipt-cases': post({
    does: 'Notes that the bank’s staff have a case for an unreached receipt; the same again changes nothing',
    takes: ReceiptCase,
    answers: ReceiptCaseAnswer,
    refuses: [],
    idempotencyKey: false,
    calls: ({ receipts }, opened) => receipts.noteReceiptCase(opened),
  }),
  'opt-outs': post({
    does: 'Notes that a telephone has said STOP, or takes it back; the same again changes nothing',
    takes: OptOut,
    answers: OptOutAnswer,
    refuses: [],
    idempotencyKey: false,
    calls: ({ optOuts }, optOut) => optOuts.noteOptOut(optOut),
  }),
};

/** The addresses that the bank's card system may call, with its own token. */
export const postsOfCardSystem = {
  'freeze-notices': post({
    does: 'The card system has frozen a card: its owner gets one message, by the rules of their country; the same id again changes nothing',
    takes: FreezeNotice,
    answers: FreezeNoticeAnswer,
    refuses: [],
    idempotencyKey: false,
    calls: ({ freezeNotices }, notice) => freezeNotices.note(notice),
  }),
};

/** All addresses that are only read. */
export const gets = {
  'unfreeze-requests/:id': get({
    does: 'How it stands with an authentication request',
    answers: UnfreezeRequestState,
    refuses: ['authenticationRequestUnknown'],
    calls: ({ processor }, id) => processor.unfreezeRequestState(id),
  }),
  'sealing-keys': get({
    does: 'The public keys to seal to, as a JWKS',
    answers: SealingKeys,
    refuses: [],
    calls: async ({ sealingKeys }) => ({ keys: [await sealingKeys.current()] }),
  }),
};
