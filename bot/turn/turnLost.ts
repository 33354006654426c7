import { UnfreezeError } from '../../kit/errors.ts';

/** Thrown where another turn has continued the conversation, so that this one may write and say nothing more. */
export class TurnLost extends UnfreezeError {
  constructor() {
    super('storeUnavailable', 'another turn has gone on with the conversation');
  }
}

/** What came of a transaction; undefined where the turn was lost, and nothing was written. */
export async function unlessLost<Result>(transaction: Promise<Result>): Promise<Result | undefined> {
  try {
    return await transaction;
  } catch (error) {
    if (error instanceof TurnLost) return undefined;
    throw error;
  }
}
