import { EntitySchema } from 'typeorm';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

type Decision = 'approved' | 'refused';

/**
 * Work that one operator has asked for and another must approve. `subject` is the JSON of what it is done to, `remark`
 * the text that the operator gave with `--by`. It is open until it is decided or has expired.
 */
export type ApprovalRequest = {
  id: string;
  work: string;
  subject: string;
  who: string;
  /** Stored as text, since a uid can be larger than the smaller integer of the two databases. */
  uid: string | null;
  remark: string | null;
  why: string;
  askedAt: Instant;
  expiresAt: Instant;
  decision: Decision | null;
  decidedBy: string | null;
  decidedAt: Instant | null;
};

export const ApprovalRequests = new EntitySchema<ApprovalRequest>({
  name: 'approval_requests',
  columns: {
    id: key,
    work: text,
    subject: text,
    who: text,
    uid: optionalText,
    remark: optionalText,
    why: text,
    askedAt: text,
    expiresAt: text,
    decision: optionalText,
    decidedBy: optionalText,
    decidedAt: optionalText,
  },
  indices: [{ name: 'approval_requests_expires_at', columns: ['expiresAt'] }],
});

/** Since when a second person is needed; there is no row where none is. */
export type FourEyes = { id: string; since: Instant };

export const FourEyesInForce = new EntitySchema<FourEyes>({
  name: 'four_eyes',
  columns: { id: key, since: text },
});
