import { EntitySchema } from 'typeorm';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

/**
 * A request to the bank's side, by the key that its sender chose. `fingerprint` is an HMAC of the request, which is not
 * stored itself. `answer` is JSON; null while the request is being worked on, and where it was refused with `refusal`.
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
