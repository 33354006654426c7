import type { AuthenticationAnswer, AuthenticationInformation } from './authenticationInformation.ts';
import type { UnfreezeAnswer, UnfreezeRequest, UnfreezeRequestState } from './unfreezeRequest.ts';

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
   * The state of an authentication request that is answered elsewhere, for example through a secure link.
   * @throws UnfreezeError `authenticationRequestUnknown`, `storeUnavailable`
   */
  unfreezeRequestState(id: string): Promise<UnfreezeRequestState>;
}
