import { UnfreezeError } from '../kit/errors.ts';

/** Who does something by hand, as it stands in the audit trail. @throws UnfreezeError `messageInvalid` */
export function operatorName(by: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N} .@_-]{0,63}$/u.test(by)) return by;
  throw new UnfreezeError('messageInvalid', '--by: a name of at most 64 letters and digits');
}
