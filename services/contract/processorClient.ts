import type { AuthenticationAnswer, AuthenticationInformation } from './authenticationInformation.ts';
import type {
  UnfreezeAnswer,
  UnfreezeRequest,
  UnfreezeRequestState,
  UnfreezingStart,
} from './unfreezeRequest.ts';

/** The conversation's access to the 处理器, the processor, in process or over HTTP. */
export interface ProcessorClient {
  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  requestUnfreezing(request: UnfreezeRequest): Promise<UnfreezeAnswer>;
  /**
   * @throws UnfreezeError `messageInvalid`, `authenticationRequestUnknown` (also for one of another user terminal),
   * `envelopeUnreadable`, `envelopeForeign`, `envelopeExpired`, `envelopeReused`, `consentMissing`,
   * `storeUnavailable`
   */
  giveAuthenticationInformation(information: AuthenticationInformation): Promise<AuthenticationAnswer>;
  /**
   * Starts an unfreezing that waits for a person at the desk. What is demanded then is looked at again.
   * @throws UnfreezeError `authenticationRequestUnknown` (also for one of another user terminal), `storeUnavailable`
   */
  startUnfreezing(start: UnfreezingStart): Promise<AuthenticationAnswer>;
  /**
   * The state of an authentication request that is answered elsewhere, for example through a secure link.
   * @throws UnfreezeError `authenticationRequestUnknown`, `storeUnavailable`
   */
  unfreezeRequestState(id: string): Promise<UnfreezeRequestState>;
}
