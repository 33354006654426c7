import { type ErrorCode, UnfreezeError } from '../../kit/errors.ts';
import { errorAnswer, RequestRefused } from '../../kit/http/errorAnswers.ts';
import { type EntityManager, type FindOptionsWhere, IsNull } from '../../kit/store/query.ts';
import type { Recording } from '../../kit/store/recording.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant, later, seconds } from '../../kit/time.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { type IdempotentRequest, IdempotentRequests } from '../tables/idempotentRequest.ts';
import { locks } from '../tables/locks.ts';

/** The parts of a request that identify it: two requests are the same if their key and their content are. */
export type IdentifiedRequest = { key: string; path: string; body: unknown };

/** A request that takes longer has died with its process. */
const takesAtMost = 30 * seconds;

/**
 * Gives a request under its key one effect and one answer for 24 hours, even after a crash: the answer is stored in the
 * transaction that makes it true (the IETF's draft on the Idempotency-Key header, section 2).
 */
export class Idempotency {
  readonly #store: Store;
  readonly #fields: FieldSealing;
  readonly #clock: Clock;

  constructor({ store, fields, clock }: { store: Store; fields: FieldSealing; clock: Clock }) {
    this.#store = store;
    this.#fields = fields;
    this.#clock = clock;
  }

  /**
   * Does the work, or returns the answer or refusal of the first time.
   * @param work must give its answer to `record` in the transaction that makes it true
   * @throws RequestRefused `idempotencyKeyReused`, `requestInProgress`; UnfreezeError as the work does
   */
  async once<Answer>(
    { key, path, body }: IdentifiedRequest,
    work: (record: Recording<Answer>) => Promise<Answer>,
  ): Promise<Answer> {
    const fingerprints = this.#fields.indexes('idempotentRequest', JSON.stringify([path, body]));
    const { answer, refusal, claimedAt } = await this.#store.transaction([locks.answer(key)], (manager) =>
      this.#claim(manager, key, fingerprints),
    );
    if (answer) return JSON.parse(answer);
    if (refusal) throw new UnfreezeError(refusal as ErrorCode, 'refused before');
    // If another process has taken the claim over, this update fails and rolls this transaction back.
    const claim = { key, claimedAt, answer: IsNull() };
    try {
      const record = async (manager: EntityManager, done: Answer) => {
        const kept = await manager.update(IdempotentRequests, claim, { answer: JSON.stringify(done) });
        if (kept.affected !== 1) throw new RequestRefused('requestInProgress', { 'Retry-After': '1' });
      };
      return await work(Object.assign(record, { key }));
    } catch (error) {
      await this.#store.transaction([], (manager) => conclude(manager, claim, error));
      throw error;
    }
  }

  async #claim(manager: EntityManager, key: string, fingerprints: string[]): Promise<IdempotentRequest> {
    const now = this.#clock();
    const claimedAt = instant(now);
    const found = await manager.findOneBy(IdempotentRequests, { key });
    if (!found) {
      const [fingerprint = ''] = fingerprints;
      const fresh = { key, fingerprint, answer: null, refusal: null, claimedAt };
      await manager.insert(IdempotentRequests, fresh);
      return fresh;
    }
    if (!fingerprints.includes(found.fingerprint)) throw new RequestRefused('idempotencyKeyReused');
    if (found.answer || found.refusal) return found;
    if (found.claimedAt > instant(later(now, -takesAtMost))) {
      throw new RequestRefused('requestInProgress', { 'Retry-After': '1' });
    }
    await manager.update(IdempotentRequests, { key }, { claimedAt });
    return { ...found, claimedAt };
  }
}

/**
 * Stores a refusal that would be the same next time. After a temporary one the key is free again, unless the answer was
 * stored after all.
 */
async function conclude(
  manager: EntityManager,
  claim: FindOptionsWhere<IdempotentRequest>,
  error: unknown,
): Promise<void> {
  const { status } = errorAnswer(error);
  const passes = !(error instanceof UnfreezeError) || status >= 500 || status === 429;
  if (passes) await manager.delete(IdempotentRequests, claim);
  else await manager.update(IdempotentRequests, claim, { refusal: error.code });
}
