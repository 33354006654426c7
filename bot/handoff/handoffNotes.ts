import type { Logger } from 'pino';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import { UnfreezeError } from '../../services/contract/errors.ts';
import type { Handoff } from '../../services/contract/handoff.ts';
import { type Pause, seconds } from '../../services/contract/time.ts';
import { loggedError } from '../../services/security/loggedError.ts';

/** Nobody who wants a person waits longer than this for a line in an audit trail. */
const patience = 1 * seconds;
/** So many are kept while the bank's side is away. */
const mostKept = 1000;

const missing = 'a handoff is missing in the audit trail';

type Parts = {
  customerService: Pick<CustomerServiceClient, 'noteHandoff'>;
  pause: Pause;
  log: Logger;
};

/**
 * Tells the bank's audit trail of handoffs. A handoff works without it: what cannot be told now is told with the
 * next one, in order, and the log names its case meanwhile.
 */
export class HandoffNotes {
  readonly #parts: Parts;
  readonly #untold: Handoff[] = [];
  #telling: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Never rejects. */
  async note(handoff: Handoff): Promise<void> {
    const dropped = this.#untold.length === mostKept ? this.#untold.shift() : undefined;
    if (dropped) this.#parts.log.error({ case: dropped.caseId }, missing);
    this.#untold.push(handoff);
    this.#telling ??= this.#tell().finally(() => {
      this.#telling = undefined;
    });
    await Promise.race([this.#telling, this.#parts.pause(patience)]);
  }

  async #tell(): Promise<void> {
    const { customerService, log } = this.#parts;
    for (let next = this.#untold[0]; next; next = this.#untold[0]) {
      try {
        await customerService.noteHandoff(next);
      } catch (error) {
        if (error instanceof UnfreezeError && error.code === 'messageInvalid') {
          log.error({ err: loggedError(error), case: next.caseId }, missing);
          this.#untold.shift();
          continue;
        }
        const cases = this.#untold.map(({ caseId }) => caseId);
        log.error({ err: loggedError(error), cases }, 'handoffs are not in the audit trail yet');
        return;
      }
      this.#untold.shift();
    }
  }
}
