import { EntitySchema } from 'typeorm';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/**
 * A request to the bank's side under the key that its sender chose. `fingerprint` is an HMAC of the request, which
 * itself is not kept; `answer` is JSON, and null while the request is worked on or where it was refused with `refusal`.
 */
export type IdempotentRequest = {
  key: string;
  fingerprint: string;
  answer: string | null;
  refusal: string | null;
  claimedAt: Instant;
};

export const IdempotentRequests = new EntitySchema<IdempotentRequest>({
  name: 'idempotent_requests',
  columns: { key, fingerprint: text, answer: optionalText, refusal: optionalText, claimedAt: text },
  indices: [{ name: 'idempotent_requests_claimed', columns: ['claimedAt'] }],
});
