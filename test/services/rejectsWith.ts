import assert from 'node:assert/strict';
import { type ErrorCode, UnfreezeError } from '../../kit/errors.ts';

/** Fails unless the promise rejects with one of our errors and this code. */
export async function rejectsWith(code: ErrorCode, promise: Promise<unknown>): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof UnfreezeError, String(error));
    assert.equal(error.code, code);
    return true;
  });
}
