import { UnfreezeError } from '../../kit/errors.ts';

/** Another turn has gone on with the conversation: whatever this one would still write or say must not be. */
export class TurnLost extends UnfreezeError {
  constructor() {
    super('storeUnavailable', 'another turn has gone on with the conversation');
  }
}
