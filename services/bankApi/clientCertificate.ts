import { checkServerIdentity, TLSSocket } from 'node:tls';
import type { Request } from 'restify';
import { RequestRefused } from '../../kit/http/errorAnswers.ts';

/**
 * Lets in whose certificate carries a name (RFC 5280, section 4.2.1.6), out of all that the same authority has made
 * certificates for. That the authority made it, and when it ends, was checked in the handshake.
 * @throws RequestRefused `certificateForeign`
 */
export function clientCertificate(name: string): (request: Request) => void {
  return ({ socket }) => {
    // Node compares names for a client that looks at a server's; the rule is the same the other way round.
    const isNamed =
      socket instanceof TLSSocket &&
      socket.authorized &&
      !checkServerIdentity(name, socket.getPeerCertificate());
    if (!isNamed) throw new RequestRefused('certificateForeign');
  };
}
