import { type Clock, type Pause, seconds } from '../../kit/time.ts';
import type {
  AuthenticationAnswer,
  AuthenticationInformation,
} from '../../services/contract/authenticationInformation.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import type {
  UnfreezeAnswer,
  UnfreezeRequest,
  UnfreezeRequestState,
  UnfreezingStart,
} from '../../services/contract/unfreezeRequest.ts';

/** The wait that neither surprises a customer nor exceeds the time of a turn on any channel, in milliseconds. */
const longest = 5 * seconds;
/** The number of waits: more than one, because the clocks of two machines differ a little. */
const most = 2;

/**
 * Gives an item that came a few seconds too soon again by itself, with the same envelope, so that who types fast
 * types once. Only where the wait is longer does the customer hear of it.
 */
export class PatientProcessor implements ProcessorClient {
  readonly #processor: ProcessorClient;
  readonly #clock: Clock;
  readonly #pause: Pause;

  constructor({ processor, clock, pause }: { processor: ProcessorClient; clock: Clock; pause: Pause }) {
    this.#processor = processor;
    this.#clock = clock;
    this.#pause = pause;
  }

  requestUnfreezing(request: UnfreezeRequest): Promise<UnfreezeAnswer> {
    return this.#processor.requestUnfreezing(request);
  }

  startUnfreezing(start: UnfreezingStart): Promise<AuthenticationAnswer> {
    return this.#processor.startUnfreezing(start);
  }

  unfreezeRequestState(id: string): Promise<UnfreezeRequestState> {
    return this.#processor.unfreezeRequestState(id);
  }

  async giveAuthenticationInformation(information: AuthenticationInformation): Promise<AuthenticationAnswer> {
    let answer = await this.#processor.giveAuthenticationInformation(information);
    for (let times = 0; times < most && answer.outcome === 'tooSoon'; times++) {
      const left = Date.parse(answer.notBefore) - this.#clock().getTime();
      if (left > longest) break;
      await this.#pause(Math.max(left, 0) + 1);
      answer = await this.#processor.giveAuthenticationInformation(information);
    }
    return answer;
  }
}
