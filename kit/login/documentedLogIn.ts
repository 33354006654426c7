import * as z from 'zod';
import type { DocumentedCall } from '../http/openApiDocument.ts';
import { roles } from './roles.ts';

/** The session of a person of the bank, as the documents name it: a cookie that the log-in sets. */
export const session = (page: string) => ({
  session: { type: 'apiKey', in: 'cookie', name: `__Host-thawline-${page.slice(1)}` },
});

const Me = z.object({ login: z.string(), name: z.string(), roles: z.array(z.enum(roles)) });

/** The log-in of a page, as `LogIn` serves it. */
export function logInCalls(page: string): DocumentedCall[] {
  return [
    {
      ...{ method: 'get', path: `${page}/login`, status: 303, isOpen: true },
      summary: 'Leads to the bank’s provider of log-ins',
    },
    {
      ...{ method: 'get', path: `${page}/callback`, status: 303, isOpen: true },
      query: { code: 'The provider’s code', state: 'The word that the log-in began with' },
      summary:
        'Where the provider sends back to; leads to the page, with ?login= and why where it came to nothing',
    },
    {
      ...{ method: 'post', path: `${page}/logout`, answers: z.object({ goTo: z.url() }) },
      summary: 'Ends the session here, and says where the provider’s ends',
    },
    { method: 'get', path: `${page}/me`, answers: Me, summary: 'Who is logged in' },
  ];
}
