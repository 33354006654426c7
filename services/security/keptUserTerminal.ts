import type { UserTerminal } from '../contract/userTerminal.ts';
import type { FieldSealing } from './fieldSealing.ts';

const telephone = /^\+\d+$/;

/**
 * A user terminal as the bank's side keeps it: the number of a telephone that wrote becomes an HMAC, the same one each
 * time, since the audit trail stays for good and no number stands in it.
 */
export function keptUserTerminal<Terminal extends UserTerminal>(
  fields: Pick<FieldSealing, 'index'>,
  userTerminal: Terminal,
): Terminal {
  const { address } = userTerminal;
  return telephone.test(address)
    ? { ...userTerminal, address: fields.index('telephone', address) }
    : userTerminal;
}
