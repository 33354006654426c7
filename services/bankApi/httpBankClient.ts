import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { type ErrorCode, UnfreezeError } from '../../kit/errors.ts';
import { JsonCaller, Refusal } from '../../kit/http/jsonCaller.ts';
import { type Fetch, fetchOverTls } from '../../kit/http/tls/fetchOverTls.ts';
import { seconds } from '../../kit/time.ts';
import type {
  AuthenticationAnswer,
  AuthenticationInformation,
} from '../contract/authenticationInformation.ts';
import type { NamedCard } from '../contract/card.ts';
import type { CustomerServiceClient } from '../contract/customerServiceClient.ts';
import type { ProcessorClient } from '../contract/processorClient.ts';
import type { OptOutsClient, ReceiptsClient } from '../contract/receiptsClient.ts';
import type { UnfreezeRequestState, UnfreezingStart } from '../contract/unfreezeRequest.ts';
import { bankBase, bankPosts, gets } from './addresses.ts';

/** The codes that callers of the clients may get; any other code is an error of ours. */
const refusals: readonly string[] = [
  'messageInvalid',
  'tooManyRequests',
  'authenticationRequestUnknown',
  'envelopeUnreadable',
  'envelopeForeign',
  'envelopeExpired',
  'envelopeReused',
  'consentMissing',
] satisfies ErrorCode[];

type Options = {
  /** The address where `npm run start:processor` listens, such as `http://127.0.0.1:3979`. */
  url: string;
  /** Undefined where the certificate alone is enough. */
  token?: string | undefined;
  /** The `fetch` with the certificates of both sides. */
  fetch?: Fetch;
  /** The longest wait for the answer to one try, in milliseconds. */
  patience?: number;
  /** The most tries of one request. */
  tries?: number;
};

/**
 * The client of a bank's side in another process. A request whose answer was lost is repeated under the same
 * Idempotency-Key, so that it has one effect and its true result is learnt. After about ten seconds, or at once while
 * nothing answers at all, it throws `storeUnavailable`.
 */
export class HttpBankClient implements CustomerServiceClient, ProcessorClient, ReceiptsClient, OptOutsClient {
  readonly #caller: JsonCaller;
  readonly queryCardStatus = this.#to('card-status-queries');
  readonly searchCard = this.#to('card-searches');
  readonly freezeCard = this.#to('freezings');
  readonly disown = this.#to('disownments');
  readonly answerableReceipt = this.#to('answerable-receipts');
  readonly noteHandoff = this.#to('handoffs');
  readonly noteCaseMove = this.#to('case-moves');
  readonly noteOperatorAct = this.#to('operator-acts');
  readonly reportReceipt = this.#to('receipt-reports');
  readonly unreachedReceipts = this.#to('unreached-receipts');
  readonly noteReceiptCase = this.#to('receipt-cases');
  readonly noteOptOut = this.#to('opt-outs');
  readonly requestUnfreezing = this.#to('unfreeze-requests');

  constructor({ url, token, fetch = fetchOverTls(), patience = 5 * seconds, tries = 6 }: Options) {
    this.#caller = new JsonCaller({ url, token, fetch, patience, tries, name: 'the bank’s side' });
  }

  nameCard(cardNumber: string): Promise<NamedCard> {
    return this.#post('card-references', { cardNumber });
  }

  giveAuthenticationInformation(information: AuthenticationInformation): Promise<AuthenticationAnswer> {
    const { authenticationRequest, ...given } = information;
    return this.#post('authentication-requests/:id/information', given, authenticationRequest);
  }

  startUnfreezing(start: UnfreezingStart): Promise<AuthenticationAnswer> {
    const { authenticationRequest, ...given } = start;
    return this.#post('authentication-requests/:id/unfreezing', given, authenticationRequest);
  }

  unfreezeRequestState(id: string): Promise<UnfreezeRequestState> {
    const path = 'unfreeze-requests/:id';
    return refused(this.#caller.get(addressOf(path, id), { answers: gets[path].answers }));
  }

  /** Resolves when the bank's side says that it is ready. */
  ready(): Promise<void> {
    return this.#caller.ready('/readyz');
  }

  /** Returns the function that sends a message to an address. */
  #to<Path extends keyof Posts>(path: Path) {
    return (message: Taken<Path>): Promise<Answered<Path>> => this.#post(path, message);
  }

  #post<Path extends keyof Posts>(path: Path, message: Taken<Path>, id = ''): Promise<Answered<Path>> {
    const answers = bankPosts[path].answers as z.ZodType<Answered<Path>>;
    return refused(this.#caller.post(addressOf(path, id), message, { answers, key: randomUUID() }));
  }
}

type Posts = typeof bankPosts;
type Taken<Path extends keyof Posts> = z.output<Posts[Path]['takes']>;
type Answered<Path extends keyof Posts> = z.output<Posts[Path]['answers']>;

const addressOf = (path: string, id: string) => `${bankBase}/${path.replace(':id', encodeURIComponent(id))}`;

/** Turns a refusal into the clients' own error. */
function refused<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    const { status, code } = error;
    if (refusals.includes(code)) throw new UnfreezeError(code as ErrorCode, 'refused by the bank’s side');
    throw new UnfreezeError('internal', `the bank’s side refused with ${status} ${code}`);
  });
}
