import { UnfreezeError } from '../../kit/errors.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import type { UnfreezeRequestState } from '../../services/contract/unfreezeRequest.ts';

/** How it stands with an authentication request; one that is not known any more is over. */
export async function requestState(
  processor: ProcessorClient,
  id: string,
): Promise<UnfreezeRequestState['state']> {
  try {
    return (await processor.unfreezeRequestState(id)).state;
  } catch (error) {
    if (error instanceof UnfreezeError && error.code === 'authenticationRequestUnknown') return 'over';
    throw error;
  }
}
