import { UnfreezeError } from '../../kit/errors.ts';

/** Thrown where another turn has continued the conversation, so that this one may write and say nothing more. */
export class TurnLost extends UnfreezeError {
  constructor() {
    super('storeUnavailable', 'another turn has gone on with the conversation');
  }
}
