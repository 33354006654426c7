import type { SecureVersion } from 'node:tls';
import { Agent, type RequestInit, type Response, fetch as undiciFetch } from 'undici';
import { oldestTls, type TlsCertificates } from './tlsCertificates.ts';
import type { TlsMaterial } from './tlsFiles.ts';

/** The `fetch` of a client of another service; it is an argument, so that a test can make it fail. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * A `fetch` that shows this process's certificate and trusts the given authorities, or, where there are none, those
 * that Node knows. Names and chains are always checked, whatever NODE_TLS_REJECT_UNAUTHORIZED says.
 */
export function fetchOverTls(certificates?: TlsCertificates, minVersion: SecureVersion = oldestTls): Fetch {
  let agent = agentWith(minVersion, certificates?.current);
  certificates?.onRenewed((material) => {
    // Requests in progress still finish on the old agent.
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
