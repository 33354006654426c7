import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { type ErrorCode, UnfreezeError } from '../../kit/errors.ts';
import { JsonCaller, Refusal } from '../../kit/http/jsonCaller.ts';
import { type Fetch, fetchOverTls } from '../../kit/http/tls/fetchOverTls.ts';
import { seconds } from '../../kit/time.ts';
import {
  AuthenticationAnswer,
  type AuthenticationInformation,
} from '../contract/authenticationInformation.ts';
import { NamedCard } from '../contract/card.ts';
import { type CardSearch, CardSearchAnswer } from '../contract/cardSearch.ts';
import { CardStatusAnswer, type CardStatusQuery } from '../contract/cardStatusQuery.ts';
import { type CaseMove, CaseMoveAnswer } from '../contract/caseMove.ts';
import type { CustomerServiceClient } from '../contract/customerServiceClient.ts';
import { AnswerableReceipt, type Disownment, DisownmentAnswer } from '../contract/disownment.ts';
import { type Handoff, HandoffAnswer } from '../contract/handoff.ts';
import { type OperatorAct, OperatorActAnswer } from '../contract/operatorAct.ts';
import { type OptOut, OptOutAnswer } from '../contract/optOut.ts';
import type { ProcessorClient } from '../contract/processorClient.ts';
import {
  type ReceiptCase,
  ReceiptCaseAnswer,
  type ReceiptReport,
  ReceiptReportAnswer,
  type UnreachedQuery,
  UnreachedReceipts,
} from '../contract/receipts.ts';
import type { OptOutsClient, ReceiptsClient } from '../contract/receiptsClient.ts';
import { UnfreezeAnswer, type UnfreezeRequest, UnfreezeRequestState } from '../contract/unfreezeRequest.ts';
import { base } from './addresses.ts';

/** What a caller of the clients may meet; any other code is trouble on our side. */
const refusals: readonly string[] = [
  'messageInvalid',
  'tooManyRequests',
  'authenticationRequestUnknown',
  'envelopeUnreadable',
  'envelopeForeign',
  'envelopeExpired',
  'envelopeReused',
] satisfies ErrorCode[];

type Options = {
  /** `http://127.0.0.1:3979`: where `npm run start:processor` listens. */
  url: string;
  /** Undefined where the certificate alone must do. */
  token?: string | undefined;
  /** How the other process is reached: with which certificates, and what it must show itself. */
  fetch?: Fetch;
  /** How long one try waits for its answer, in milliseconds. */
  patience?: number;
  /** How often it asks at most. */
  tries?: number;
};

/**
 * The bank's side in another process. A request whose answer was lost is asked again under the same
 * Idempotency-Key, so that its true outcome is learnt and it has one effect; after about ten seconds, or at once
 * while nothing answers at all, it is `storeUnavailable`.
 */
export class HttpBankClient implements CustomerServiceClient, ProcessorClient, ReceiptsClient, OptOutsClient {
  readonly #caller: JsonCaller;

  constructor({ url, token, fetch = fetchOverTls(), patience = 5 * seconds, tries = 6 }: Options) {
    this.#caller = new JsonCaller({ url, token, fetch, patience, tries, name: 'the bank’s side' });
  }

  nameCard(cardNumber: string): Promise<NamedCard> {
    return this.#post('card-references', { cardNumber }, NamedCard);
  }

  queryCardStatus(query: CardStatusQuery): Promise<CardStatusAnswer> {
    return this.#post('card-status-queries', query, CardStatusAnswer);
  }

  searchCard(search: CardSearch): Promise<CardSearchAnswer> {
    return this.#post('card-searches', search, CardSearchAnswer);
  }

  disown(disownment: Disownment): Promise<DisownmentAnswer> {
    return this.#post('disownments', disownment, DisownmentAnswer);
  }

  answerableReceipt(telephone: Disownment): Promise<AnswerableReceipt> {
    return this.#post('answerable-receipts', telephone, AnswerableReceipt);
  }

  noteHandoff(handoff: Handoff): Promise<HandoffAnswer> {
    return this.#post('handoffs', handoff, HandoffAnswer);
  }

  noteCaseMove(move: CaseMove): Promise<CaseMoveAnswer> {
    return this.#post('case-moves', move, CaseMoveAnswer);
  }

  noteOperatorAct(act: OperatorAct): Promise<OperatorActAnswer> {
    return this.#post('operator-acts', act, OperatorActAnswer);
  }

  reportReceipt(report: ReceiptReport): Promise<ReceiptReportAnswer> {
    return this.#post('receipt-reports', report, ReceiptReportAnswer);
  }

  unreachedReceipts(query: UnreachedQuery): Promise<UnreachedReceipts> {
    return this.#post('unreached-receipts', query, UnreachedReceipts);
  }

  noteReceiptCase(opened: ReceiptCase): Promise<ReceiptCaseAnswer> {
    return this.#post('receipt-cases', opened, ReceiptCaseAnswer);
  }

  noteOptOut(optOut: OptOut): Promise<OptOutAnswer> {
    return this.#post('opt-outs', optOut, OptOutAnswer);
  }

  requestUnfreezing(request: UnfreezeRequest): Promise<UnfreezeAnswer> {
    return this.#post('unfreeze-requests', request, UnfreezeAnswer);
  }

  giveAuthenticationInformation({
    authenticationRequest,
    ...given
  }: AuthenticationInformation): Promise<AuthenticationAnswer> {
    const path = `authentication-requests/${encodeURIComponent(authenticationRequest)}/information`;
    return this.#post(path, given, AuthenticationAnswer);
  }

  unfreezeRequestState(id: string): Promise<UnfreezeRequestState> {
    const path = `unfreeze-requests/${encodeURIComponent(id)}`;
    return refused(this.#caller.get(`${base}/${path}`, { answers: UnfreezeRequestState }));
  }

  /** Resolves when the bank's side says that it is ready. */
  ready(): Promise<void> {
    return this.#caller.ready('/readyz');
  }

  #post<Answer>(path: string, message: object, answers: z.ZodType<Answer>): Promise<Answer> {
    return refused(this.#caller.post(`${base}/${path}`, message, { answers, key: randomUUID() }));
  }
}

/** A refusal as the clients' own error. */
function refused<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    const { status, code } = error;
    if (refusals.includes(code)) throw new UnfreezeError(code as ErrorCode, 'refused by the bank’s side');
    throw new UnfreezeError('internal', `the bank’s side refused with ${status} ${code}`);
  });
}
