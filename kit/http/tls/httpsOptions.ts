import type { Server, ServerOptions } from 'node:https';
import { oldestTls, type TlsCertificates } from './tlsCertificates.ts';
import type { TlsMaterial } from './tlsFiles.ts';

/** How a server shows its certificate and, where it was given authorities, demands one that they made. */
export function httpsOptions({ current }: TlsCertificates, handshakeTimeout: number): ServerOptions {
  const demands = current.ca !== undefined;
  return { ...secureContext(current), handshakeTimeout, requestCert: demands, rejectUnauthorized: demands };
}

/** From the next handshake on others count; connections that wait for another request are closed for that. */
export function renew(server: Server, material: TlsMaterial): void {
  server.setSecureContext(secureContext(material));
  server.closeIdleConnections();
}

function secureContext({ cert, key, ca }: TlsMaterial): ServerOptions {
  return { ...(cert && { cert }), ...(key && { key }), ...(ca && { ca }), minVersion: oldestTls };
}
