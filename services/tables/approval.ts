import { EntitySchema } from 'typeorm';
import { key, optionalText, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';

type Decision = 'approved' | 'refused';

/**
 * Work that an operator has asked for and another must approve. `subject` is the JSON of what it is about, `remark` what the
 * operator gave with `--by`. It is open while nothing is decided and its time is not over.
 */
export type ApprovalRequest = {
  id: string;
  work: string;
  subject: string;
  who: string;
  /** In digits, since a uid may be larger than the smallest of the two databases' integers. */
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

/** Since when a second person is needed; no row where none is. */
export type FourEyes = { id: string; since: Instant };

export const FourEyesInForce = new EntitySchema<FourEyes>({
  name: 'four_eyes',
  columns: { id: key, since: text },
});
