import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import * as z from 'zod';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import { type IdentifiedPerson, type IdentityProvider, LoginFailed } from '../kit/login/identityProvider.ts';
import { acceptedLanguage } from '../kit/pages/acceptedLanguage.ts';
import { escaped, htmlPage } from '../kit/pages/htmlPage.ts';
import { sendPage } from '../kit/pages/servedFiles.ts';
import { parse } from '../kit/parse.ts';

/** The page on which one chooses whom to log in as. */
const address = '/demo/log-in';

/** Made-up people of the demo bank, by what they are known by. Two of a kind, for what takes two. */
const people: Readonly<Record<string, Omit<IdentifiedPerson, 'subject' | 'login'>>> = {
  'chen.jie': { name: 'Chen Jie 陈洁', roles: ['agent'] },
  'ho.siuming': { name: 'Ho Siu Ming 何小明', roles: ['agent'] },
  'lin.yating': { name: 'Lin Ya-ting 林雅婷', roles: ['agent', 'supervisor'] },
  'tayo.oduya': { name: 'Tayo Oduya', roles: ['operator'] },
  'zhou.min': { name: 'Zhou Min 周敏', roles: ['operator', 'supervisor'] },
  'mary.quinn': { name: 'Mary Quinn', roles: ['auditor'] },
};

const Asked = z.object({ back: z.url({ protocol: /^https?$/ }), state: z.string().regex(/^[\w-]{1,100}$/) });

/** The log-in to try the pages of the bank's people with: whoever is at this machine is whomever they like. */
export const demoPeople: { provider: IdentityProvider; page: RouteGroup } = {
  provider: {
    async begins(back, { state }) {
      const at = new URL(address, back);
      at.search = new URLSearchParams({ back, state }).toString();
      return at.href;
    },
    async identifies(came, { state }) {
      const login = came.searchParams.get('code') ?? '';
      const who = Object.hasOwn(people, login) ? people[login] : undefined;
      if (came.searchParams.get('state') !== state || !who) throw new LoginFailed('failed');
      return { subject: login, login, ...who };
    },
    async ends(_hint, back) {
      return back;
    },
  },
  page: (server: Server) => {
    server.get(address, sendChoice);
  },
};

async function sendChoice(request: Request, response: Response): Promise<void> {
  const { back, state } = parse(Asked, Object.fromEntries(new URLSearchParams(request.getQuery())));
  const language = acceptedLanguage(request.headers['accept-language']);
  const nonce = randomBytes(18).toString('base64');
  const links = Object.entries(people).map(([login, { name, roles }]) => {
    const at = new URL(back);
    // Elsewhere this page leads nobody.
    if (at.host !== request.headers.host) throw new LoginFailed('failed');
    at.search = new URLSearchParams({ code: login, state }).toString();
    return `<li><a href="${escaped(at.href)}">${name}</a> ${roles.join(', ')}</li>`;
  });
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`;
  const title = language === 'en' ? 'Who are you today?' : '今天以谁的身份登录?';
  const html = htmlPage({
    language,
    nonce,
    title: `${title} · Thawline`,
    themeColour: '#0b3d5c',
    colourScheme: 'light',
    head: `<style nonce="${nonce}">
body { font: 1rem/1.6 system-ui, sans-serif; margin: 10vh auto; max-width: 30rem; padding: 0 1rem; }
li { margin: 0.75rem 0; }
</style>`,
    body: `<main><h1>${title}</h1><ul>${links.join('')}</ul></main>`,
  });
  sendPage(request, response, { html, language, policy });
}
