import { UnfreezeError } from '../errors.ts';
import type { Role } from './roles.ts';

/** Random words of one log-in, by which its answer is known to be the answer to it. */
export type Checks = { state: string; nonce: string; verifier: string };

/** Somebody of the bank: `subject` is who they are at their provider for good, `login` the name that they go by. */
export type IdentifiedPerson = {
  subject: string;
  login: string;
  name: string;
  roles: readonly Role[];
  /** What the provider knows this log-in by when it ends; undefined where it needs nothing. */
  hint?: string | undefined;
};

/** The bank's service that knows its people. */
export interface IdentityProvider {
  /** The address to which the browser goes to log in. @param back the address it is sent back to @throws LoginFailed */
  begins(back: string, checks: Checks): Promise<string>;
  /** @param came the address that the browser came back with @throws LoginFailed */
  identifies(came: URL, checks: Checks): Promise<IdentifiedPerson>;
  /**
   * The address to which the browser goes so that the provider ends its session too. @param back the address it is sent
   * to then
   */
  ends(hint: string | undefined, back: string): Promise<string>;
}

/** Why somebody did not come in: the provider does not answer, did not want to, or its answer does not hold. */
export type Failure = 'unavailable' | 'refused' | 'failed';

/** A log-in that came to nothing. What the provider said stays in the cause, which no log and no page shows. */
export class LoginFailed extends UnfreezeError {
  readonly why: Failure;

  constructor(why: Failure, cause?: unknown) {
    const code = why === 'unavailable' ? 'storeUnavailable' : 'tokenInvalid';
    super(code, `the log-in came to nothing: ${why}`, { cause });
    this.why = why;
  }
}
