import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { UnfreezeError } from '../../kit/errors.ts';
import type { RouteGroup } from '../../kit/http/httpServer.ts';
import { jsonBody } from '../../kit/http/jsonBody.ts';
import { RequestLimit } from '../../kit/http/requestLimit.ts';
import type { LogIn } from '../../kit/login/logIn.ts';
import type { Role } from '../../kit/login/roles.ts';
import type { Person } from '../../kit/login/sessions.ts';
import { acceptedLanguage } from '../../kit/pages/acceptedLanguage.ts';
import { askedLanguage } from '../../kit/pages/askedLanguage.ts';
import { strictPolicy } from '../../kit/pages/contentSecurityPolicy.ts';
import type { Pages } from '../../kit/pages/openPages.ts';
import { assetSender, sendPage } from '../../kit/pages/servedFiles.ts';
import { parse } from '../../kit/parse.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import type { AnchorSink } from '../audit/anchorFile.ts';
import type { Audit } from '../audit/audit.ts';
import type { AuditChaining } from '../audit/auditChaining.ts';
import { verifyAudit } from '../audit/verifyAudit.ts';
import type { ConversationReadings } from '../contract/conversationsRead.ts';
import { operatorAddresses as addresses } from '../contract/operatorAddresses.ts';
import {
  Act,
  CardAsked,
  Decision,
  FigurePeriod,
  type ServiceStanding,
  Sought,
  TrailAsked,
  type TrailEntry,
} from '../contract/operatorFigures.ts';
import type { KeyRing } from '../security/keyRing.ts';
import type { Acts } from './acts.ts';
import type { CardFiles } from './cardFile.ts';
import { figures } from './figures.ts';
import { operatorHtml } from './operatorHtml.ts';
import { csvOf, soughtIn, type TrailFound } from './trail.ts';

type OperatorPageOptions = {
  logIn: LogIn;
  acts: Acts;
  files: CardFiles;
  store: Store;
  audit: Audit;
  chaining: AuditChaining;
  keyRing: KeyRing;
  sink: AnchorSink;
  conversations: ConversationReadings | undefined;
  standing: () => Promise<ServiceStanding>;
  pages: Pages;
  clock: Clock;
};

const longestBody = 4 * 1024;
const looks: readonly Role[] = ['operator', 'supervisor', 'auditor'];
const decides: readonly Role[] = ['operator', 'supervisor'];
const audits: readonly Role[] = ['auditor', 'operator'];
/** The most searches of one person, because each reads many entries. */
const searchesPerMinute = 60;
const entriesOfPage = 50;
const mostExported = 10_000;

/** The operator's page on the bank's side: it shows no secret and no whole number, and each act has a name. */
export function operatorPageRoutes(parts: OperatorPageOptions): RouteGroup {
  const { logIn, acts, files, store, audit, chaining, keyRing, sink, conversations, standing, pages, clock } =
    parts;
  const assets = () => pages('operator');
  const limit = new RequestLimit(searchesPerMinute);

  const sendHtml = async (request: Request, response: Response) => {
    const nonce = randomBytes(18).toString('base64');
    const language = askedLanguage(request) ?? acceptedLanguage(request.headers['accept-language']);
    const html = operatorHtml({ language, nonce, files: await assets() });
    sendPage(request, response, { html, language, policy: strictPolicy(nonce) });
  };

  const trailOf = async (asked: unknown, most: number): Promise<TrailFound> => {
    const { last4, actor, action, before } = parse(TrailAsked, asked);
    const cards = last4 === undefined ? undefined : new Set<string>(await files.withLastFour(last4));
    const matches = (entry: TrailEntry) =>
      (cards === undefined || (entry.card !== null && cards.has(entry.card))) &&
      (actor === undefined || entry.actor === actor || entry.actor.startsWith(`${actor} `)) &&
      (action === undefined || entry.action === action);
    await chaining.chain().catch(() => {});
    return soughtIn((work) => store.read(work), { before, most, matches });
  };

  const query = (request: Request) =>
    Object.fromEntries([...new URLSearchParams(request.getQuery())].filter(([, value]) => value !== ''));

  return (server: Server) => {
    server.get(addresses.page, sendHtml);
    server.get(`${addresses.assets}/:file`, assetSender(assets, pages));
    logIn.routes(server);

    const get = (path: string, roles: readonly Role[], answer: (request: Request) => Promise<object>) =>
      server.get(
        path,
        logIn.guarded(roles, async (request, response, { subject }) => {
          await limit.spend(subject);
          response.json(200, await answer(request));
        }),
      );
    const post = (
      path: string,
      roles: readonly Role[],
      answer: (body: unknown, person: Person) => Promise<object>,
    ) =>
      server.post(
        path,
        logIn.guarded(roles, async (request, response, person) => {
          await limit.spend(person.subject);
          response.json(200, await answer(await jsonBody(request, longestBody), person));
        }),
      );

    get(addresses.figures, looks, async (request) => {
      const period = parse(FigurePeriod, query(request).period ?? 'day');
      return figures({ store, clock, conversations, standing }, period);
    });
    // A number of a telephone stands in no address: what is sought comes in the body.
    post(addresses.find, looks, (body) => files.find(parse(Sought, body).what));
    post(addresses.card, looks, async (body, { login }) => {
      const shown = await files.show(parse(CardAsked, body).card, login);
      if (!shown) throw new UnfreezeError('messageInvalid', 'there is no such card');
      return shown;
    });
    post(addresses.act, ['operator'], (body, person) => acts.act(parse(Act, body), person));
    server.get(
      addresses.approvals,
      logIn.guarded(looks, async (_request, response, person) => {
        response.json(200, { waiting: await acts.waiting(person) });
      }),
    );
    get(addresses.matters, looks, () => acts.matters());
    post(addresses.decide, decides, (body, person) => {
      const { id, decision, why } = parse(Decision, body);
      return acts.decide(id, decision, person, why);
    });
    get(addresses.trail, looks, (request) => trailOf(query(request), entriesOfPage));
    post(addresses.verify, audits, async () => {
      const { holding, cut, bad, tail, traces } = await verifyAudit({ store, audit, keyRing, sink, clock });
      const foreign = tail.foreign > 0 ? `${tail.foreign} that wait are not ours` : undefined;
      return { holding: holding - cut, problem: bad?.problem ?? foreign ?? traces.problem ?? null };
    });
    server.get(
      addresses.export,
      logIn.guarded(audits, async (request, response, { login, subject }) => {
        await limit.spend(subject);
        const { entries } = await trailOf(query(request), mostExported);
        const details = { who: login, entries: entries.length };
        await store.transaction([], (manager) => audit.write(manager, clock(), 'trailExported', details));
        response.setHeader('Content-Disposition', 'attachment; filename="audit-trail.csv"');
        response.sendRaw(200, csvOf(entries), { 'Content-Type': 'text/csv; charset=utf-8; header=present' });
      }),
    );
  };
}
