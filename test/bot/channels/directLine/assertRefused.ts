import assert from 'node:assert/strict';
import type { Answer } from './directLineClient.ts';

/** The answer has this status, this code, and nothing but a code and a message. */
export function assertRefused({ status, body }: Answer, expected: number, code: string): void {
  const { error } = body as { error: { code: string; message: string } };
  assert.deepEqual([status, error?.code], [expected, code]);
  assert.deepEqual(Object.keys(error).sort(), ['code', 'message']);
}
