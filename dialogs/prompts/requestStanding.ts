import { UnfreezeError } from '../../kit/errors.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import type { UnfreezeRequestState } from '../../services/contract/unfreezeRequest.ts';

/** The state of an authentication request. One that is no longer known counts as over. */
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
