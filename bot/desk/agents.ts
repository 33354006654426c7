import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RequestRefused } from '../../kit/http/errorAnswers.ts';
import { AgentName } from '../../services/contract/desk.ts';

/** Somebody who acts at the desk. A supervisor may act in the case of another agent. */
export type Agent = { login: AgentName; isSupervisor: boolean };

/** Says who sends a request. @throws RequestRefused where it is nobody who may work at the desk */
export type Admits = (request: IncomingMessage) => Promise<Agent>;

/** The header in which another desk names the agent for whom it acts. */
export const agentHeader = 'Thawline-Agent';

/**
 * Lets in another desk of the bank by its token (RFC 6750), for whom it names, and everybody else by what they have logged
 * in as. Digests are compared, so that the time tells nothing.
 */
export function admits(token: string | undefined, people: Admits | undefined): Admits {
  return async (request) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given === undefined) {
      if (!people) throw new RequestRefused('tokenMissing', { 'WWW-Authenticate': 'Bearer' });
      return people(request);
    }
    if (token === undefined || !timingSafeEqual(digest(given), digest(token)))
      throw new RequestRefused('tokenInvalid');
    const login = AgentName.safeParse(request.headers[agentHeader.toLowerCase()]);
    if (!login.success) throw new RequestRefused('roleMissing');
    return { login: login.data, isSupervisor: false };
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
