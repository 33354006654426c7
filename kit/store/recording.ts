import type { EntityManager } from 'typeorm';

/** Stores an answer in the transaction that makes it true, so that it can be given again after a crash. */
export type Recording<Answer> = {
  (manager: EntityManager, answer: Answer): Promise<void>;
  /** The Idempotency-Key under which it keeps it: another process may have to, when this one has died. */
  readonly key: string;
};

/** Returns the answer, and records it where a recording is given. */
export async function recorded<Answer>(
  manager: EntityManager,
  answer: Answer,
  record: Recording<Answer> | undefined,
): Promise<Answer> {
  await record?.(manager, answer);
  return answer;
}
