import { checkServerIdentity, TLSSocket } from 'node:tls';
import type { Request } from 'restify';
import { RequestRefused } from '../../kit/http/errorAnswers.ts';

/**
 * Admits clients whose certificate has this name (RFC 5280, section 4.2.1.6), because the same authority may have made
 * others. The handshake has checked the authority and the end of validity before.
 * @throws RequestRefused `certificateForeign`
 */
export function clientCertificate(name: string): (request: Request) => void {
  return ({ socket }) => {
    // Node's function checks a server's name for a client; the same rule holds for a client's name.
    const isNamed =
      socket instanceof TLSSocket &&
      socket.authorized &&
      !checkServerIdentity(name, socket.getPeerCertificate());
    if (!isNamed) throw new RequestRefused('certificateForeign');
  };
}
