import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { type KoaContextWithOIDC, Provider } from 'oidc-provider';

export const client = { id: 'thawline', secret: 'a-secret-that-only-thawline-has-0001' };

/** People of the bank: their groups by their login names, which are their subjects too. */
const directory: Readonly<Record<string, { name: string; groups: readonly string[] }>> = {
  'chen.jie': { name: 'Chen Jie 陈洁', groups: ['card-desk'] },
  'wong.ka': { name: 'Wong Ka 黃嘉', groups: ['card-desk', 'card-leads'] },
  'oduya.t': { name: 'Tayo Oduya', groups: ['card-operations'] },
  'audit.m': { name: 'Mei Audit', groups: ['internal-audit'] },
  'canteen.b': { name: 'B Canteen', groups: ['canteen'] },
};

export const roleNames =
  'claim=groups,agent=card-desk,supervisor=card-leads,operator=card-operations,auditor=internal-audit';

export type BankProvider = { issuer: string; close(): Promise<void> };

/** `hours` that the tokens of this provider are valid; where its clients are sent back to, by their own addresses. */
type Options = { pages: readonly string[]; tokenSeconds?: number };

/** The bank's own identity provider: a certified one, over real HTTP. `/sign-in/…?as=LOGIN` signs somebody in there. */
export async function openBankProvider({ pages, tokenSeconds = 3600 }: Options): Promise<BankProvider> {
  let answers: (request: IncomingMessage, response: ServerResponse) => unknown = () => {};
  const server = createServer((request, response) => void answers(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'one' }] },
    cookies: { keys: ['keys of the cookies of the test'] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: pages.map((page) => `${page}/callback`),
        post_logout_redirect_uris: [...pages],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id, ...directory[id] }),
    }),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = form;
        },
      },
    },
    interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
    loadExistingGrant: granted,
    ttl: { IdToken: tokenSeconds, AccessToken: 600, Session: 3600, Grant: 3600, Interaction: 600 },
  });
  const callback = provider.callback();
  answers = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', issuer);
    if (!pathname.startsWith('/sign-in/')) return callback(request, response);
    const accountId = searchParams.get('as');
    if (accountId === null) return response.end('<form>who are you?</form>');
    const result =
      accountId === 'nobody' ? { error: 'access_denied' } : { login: { accountId, remember: false } };
    return provider.interactionFinished(request, response, result);
  };
  return {
    issuer,
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bank's own service is not asked for a consent. */
async function granted({ oidc }: KoaContextWithOIDC) {
  const { Grant } = oidc.provider;
  const grant = new Grant({
    clientId: oidc.client?.clientId ?? '',
    accountId: oidc.session?.accountId ?? '',
  });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}
