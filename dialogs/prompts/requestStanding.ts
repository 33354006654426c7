import { UnfreezeError } from '../../kit/errors.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import type { UnfreezeRequestState } from '../../services/contract/unfreezeRequest.ts';

/** How it stands with an authentication request; one that is not known any more is over. */
export async function requestStanding(processor: ProcessorClient, id: string): Promise<UnfreezeRequestState> {
  try {
    return await processor.unfreezeRequestState(id);
  } catch (error) {
    if (error instanceof UnfreezeError && error.code === 'authenticationRequestUnknown') {
      return { id, state: 'over' };
    }
    throw error;
  }
}
