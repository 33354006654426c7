import type { Brand } from '../brand/brand.ts';
import { brandedTexts } from '../brand/brandedWords.ts';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import type { LogIn } from '../kit/login/logIn.ts';
import type { Pages } from '../kit/pages/openPages.ts';
import { deskAnswers as words } from '../words/deskAnswers.ts';
import { type Admits, admits } from './desk/agents.ts';
import type { Desk } from './desk/desk.ts';
import { deskRoutes } from './desk/routes.ts';
import { deskPageRoutes } from './pages/deskPage.ts';

type OpenDeskRoutesOptions = {
  /** Undefined where the desk is off. */
  desk: Desk | undefined;
  /** Those of a desk elsewhere. */
  routes?: RouteGroup[];
  /** Undefined where none of the bank's people can log in. */
  logIn: LogIn | undefined;
  /** The token of another desk of the bank. */
  token: string | undefined;
  pages: Pages;
  brand: Brand;
};

/** The canned answers of agents, in the bank's wording. */
export function deskAnswersOf(brand: Brand) {
  return brandedTexts(brand, 'deskAnswers', words);
}

/** The routes of the desk: its page, where people can log in, and its addresses for that page and for another desk. */
export function openDeskRoutes({
  desk,
  routes = [],
  logIn,
  token,
  pages,
  brand,
}: OpenDeskRoutesOptions): RouteGroup[] {
  if (!desk) return [];
  const people: Admits | undefined = logIn && ((request) => agentOf(logIn, request));
  const page = deskPageRoutes({ pages, brand, answers: deskAnswersOf(brand) });
  return [deskRoutes({ desk, admits: admits(token, people) }), ...(logIn ? [page] : []), ...routes];
}

async function agentOf(logIn: LogIn, request: Parameters<Admits>[0]) {
  const { login, roles } = await logIn.admitted(request, ['agent', 'supervisor']);
  return { login, isSupervisor: roles.includes('supervisor') };
}
