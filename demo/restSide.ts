import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response, Server } from 'restify';
import { RequestRefused } from '../kit/http/errorAnswers.ts';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import { readBytes } from '../kit/http/jsonBody.ts';
import type { Clock } from '../kit/time.ts';
import type { Carrier } from './carrier.ts';
import type { Handsets } from './handsets.ts';

type RestSideOptions = { carrier: Carrier; handsets: Pick<Handsets, 'receives'>; clock: Clock };
type Sent = { sid: string; to: string; body: string; direction: 'outbound-api'; date_sent: string };

const longestBody = 64 * 1024;
/** More than anybody asks for. */
const mostSent = 200;
const callUnknown = { code: 20404, message: 'The requested resource was not found', status: 404 };
const callOver = { code: 21220, message: 'Call is not in-progress. Cannot redirect.', status: 400 };

/**
 * The carrier's REST side as far as the service asks for it, in Twilio's forms (API of 2010-04-01): the update of a call, a
 * message that goes out, and the list of those, with the reports on what became of each.
 */
export function restSide({ carrier, handsets, clock }: RestSideOptions): RouteGroup {
  const sent: Sent[] = [];

  const checked =
    (answers: (request: Request, response: Response) => Promise<void>): RequestHandler =>
    async (request, response) => {
      const { sid, token } = carrier.account;
      const wanted = Buffer.from(`Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}`);
      const given = Buffer.from(request.headers.authorization ?? '');
      const isRight = given.length === wanted.length && timingSafeEqual(given, wanted);
      if (!isRight || request.params.account !== sid) throw new RequestRefused('tokenInvalid');
      await answers(request, response);
    };

  const updatesCall = checked(async (request, response) => {
    const sid = String(request.params.call).replace(/\.json$/, '');
    const form = await formOf(request);
    const call = carrier.callOf(sid);
    if (!call) return void response.json(404, callUnknown);
    if (call.state === 'ended') return void response.json(400, callOver);
    // The carrier answers before it asks the service what to do.
    response.json(200, { sid, status: 'in-progress' });
    void call.redirect(pathOf(form.get('Url') ?? ''));
  });

  const sendsMessage = checked(async (request, response) => {
    const form = await formOf(request);
    const [to, body] = [form.get('To') ?? '', form.get('Body') ?? ''];
    const sid = `SM${randomBytes(16).toString('hex')}`;
    sent.push({ sid, to, body, direction: 'outbound-api', date_sent: clock().toUTCString() });
    if (sent.length > mostSent) sent.shift();
    handsets.receives(to, body);
    response.json(201, { sid, to, body, status: 'queued' });
    const reportTo = form.get('StatusCallback');
    if (reportTo) void carrier.reports(pathOf(reportTo), { sid, to });
  });

  const listsMessages = checked(async (request, response) => {
    const to = new URLSearchParams(request.getQuery()).get('To');
    // The newest first, as the carrier lists them: who asks reads no more than the first of them.
    const messages = sent.filter((one) => to === null || one.to === to).toReversed();
    response.json(200, { messages, page: 0, page_size: mostSent });
  });

  return (server: Server) => {
    const account = '/2010-04-01/Accounts/:account';
    server.post(`${account}/Calls/:call`, updatesCall);
    server.post(`${account}/Messages.json`, sendsMessage);
    server.get(`${account}/Messages.json`, listsMessages);
  };
}

async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams((await readBytes(request, longestBody)).toString('utf8'));
}

/** The simulator reaches one service: where on it counts. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}
