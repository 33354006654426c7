import type { SecureVersion } from 'node:tls';
import { Agent, type RequestInit, type Response, fetch as undiciFetch } from 'undici';
import { oldestTls, type TlsCertificates } from './tlsCertificates.ts';
import type { TlsMaterial } from './tlsFiles.ts';

/** How a client of another process asks it; what is given to a client, so that a test can break it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * A `fetch` that shows this process's certificate and trusts the authorities that were given, or, where none were,
 * those that Node knows. Names and chains are always checked, whatever NODE_TLS_REJECT_UNAUTHORIZED says.
 */
export function fetchOverTls(certificates?: TlsCertificates, minVersion: SecureVersion = oldestTls): Fetch {
  let agent = agentWith(minVersion, certificates?.current);
  certificates?.onRenewed((material) => {
    // What is under way still ends on the old one.
    void agent.close();
    agent = agentWith(minVersion, material);
  });
  return (url, init) => undiciFetch(url, { ...init, dispatcher: agent });
}

function agentWith(minVersion: SecureVersion, { cert, key, ca }: Partial<TlsMaterial> = {}): Agent {
  return new Agent({
    connect: {
      ...(cert && { cert }),
      ...(key && { key }),
      ...(ca && { ca }),
      minVersion,
      rejectUnauthorized: true,
    },
  });
}
