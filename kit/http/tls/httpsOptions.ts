import type { Server, ServerOptions } from 'node:https';
import { oldestTls, type TlsCertificates } from './tlsCertificates.ts';
import type { TlsMaterial } from './tlsFiles.ts';

/** The options of a server that shows its certificate and, where authorities are given, demands one that they made. */
export function httpsOptions({ current }: TlsCertificates, handshakeTimeout: number): ServerOptions {
  const demands = current.ca !== undefined;
  return { ...secureContext(current), handshakeTimeout, requestCert: demands, rejectUnauthorized: demands };
}

/**
 * Uses new certificates from the next handshake on. Idle connections are closed, so that their clients make a new
 * handshake.
 */
export function renew(server: Server, material: TlsMaterial): void {
  server.setSecureContext(secureContext(material));
  server.closeIdleConnections();
}

function secureContext({ cert, key, ca }: TlsMaterial): ServerOptions {
  return { ...(cert && { cert }), ...(key && { key }), ...(ca && { ca }), minVersion: oldestTls };
}
