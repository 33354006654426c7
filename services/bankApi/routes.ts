import type { Request, Response, Server } from 'restify';
import { UnfreezeError } from '../../kit/errors.ts';
import { RequestRefused } from '../../kit/http/errorAnswers.ts';
import type { RouteGroup } from '../../kit/http/httpServer.ts';
import { jsonBody } from '../../kit/http/jsonBody.ts';
import { parse } from '../../kit/parse.ts';
import { traced, traceIn } from '../../kit/trace.ts';
import { AuthenticationRequestId } from '../contract/authenticationRequest.ts';
import type { OptOutsClient, ReceiptsClient } from '../contract/receiptsClient.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import type { CustomerService } from '../customerService/customerService.ts';
import type { Processor } from '../processor/processor.ts';
import type { SealingKeyPairs } from '../security/sealingKeyPair.ts';
import { base, posts } from './addresses.ts';
import type { Idempotency, Identified } from './idempotency.ts';
import { openApi } from './openApi.ts';

/** An envelope has some 500 bytes, a whole message less than 3,000. */
const longestBody = 8 * 1024;

/** Throws its refusal. */
type Admission = (request: Request) => void;

/** @param admit what a client must show, each of them */
/** What of the bank's side is served. */
type ServedBank = {
  customerService: CustomerService;
  processor: Processor;
  receipts: ReceiptsClient;
  optOuts: OptOutsClient;
  idempotency: Idempotency;
  sealingKeys: Pick<SealingKeyPairs, 'current'>;
};
type Parts = { bank: ServedBank; admit: readonly Admission[] };

/** The bank's side over HTTP, for the bot in another process. */
export function bankRoutes({ bank, admit }: Parts): RouteGroup {
  const { customerService, processor, receipts, optOuts, idempotency } = bank;

  return (server: Server) => {
    const get = (path: string, answer: (request: Request) => Promise<object>) =>
      server.get(`${base}/${path}`, async (request: Request, response: Response) => {
        for (const wants of admit) wants(request);
        send(response, await answer(request));
      });
    const post = (path: string, answer: (request: Request, body: unknown) => Promise<object>) =>
      server.post(`${base}/${path}`, async (request: Request, response: Response) => {
        for (const wants of admit) wants(request);
        const answers = async () => answer(request, await jsonBody(request, longestBody));
        send(response, await traced(answers, traceIn(request.headers.traceparent)));
      });

    post('card-references', async (_request, body) =>
      customerService.nameCard(parse(posts['card-references'].takes, body).cardNumber),
    );
    post('card-status-queries', async (request, body) => {
      const query = parse(posts['card-status-queries'].takes, body);
      return idempotency.once(identified(request, query), (record) =>
        customerService.queryCardStatus(query, record),
      );
    });
    post('card-searches', async (request, body) => {
      const search = parse(posts['card-searches'].takes, body);
      return idempotency.once(identified(request, search), (record) =>
        customerService.searchCard(search, record),
      );
    });
    post('unfreeze-requests', async (request, body) => {
      const unfreezeRequest = parse(posts['unfreeze-requests'].takes, body);
      refuseSecureForm(unfreezeRequest);
      return idempotency.once(identified(request, unfreezeRequest), (record) =>
        processor.requestUnfreezing(unfreezeRequest, record),
      );
    });
    post('authentication-requests/:id/information', async (request, body) => {
      const given = parse(posts['authentication-requests/:id/information'].takes, body);
      refuseSecureForm(given);
      const information = { ...given, authenticationRequest: idOf(request) };
      return idempotency.once(identified(request, information), (record) =>
        processor.giveAuthenticationInformation(information, record),
      );
    });
    post('disownments', async (request, body) => {
      const disownment = parse(posts.disownments.takes, body);
      return idempotency.once(identified(request, disownment), (record) =>
        customerService.disown(disownment, record),
      );
    });
    post('answerable-receipts', async (_request, body) =>
      customerService.answerableReceipt(parse(posts['answerable-receipts'].takes, body)),
    );
    post('handoffs', async (request, body) => {
      const handoff = parse(posts.handoffs.takes, body);
      return idempotency.once(identified(request, handoff), (record) =>
        customerService.noteHandoff(handoff, record),
      );
    });
    post('case-moves', async (request, body) => {
      const move = parse(posts['case-moves'].takes, body);
      return idempotency.once(identified(request, move), (record) =>
        customerService.noteCaseMove(move, record),
      );
    });
    post('operator-acts', async (request, body) => {
      const act = parse(posts['operator-acts'].takes, body);
      return idempotency.once(identified(request, act), (record) =>
        customerService.noteOperatorAct(act, record),
      );
    });
    post('receipt-reports', async (_request, body) =>
      receipts.reportReceipt(parse(posts['receipt-reports'].takes, body)),
    );
    post('unreached-receipts', async (_request, body) =>
      receipts.unreachedReceipts(parse(posts['unreached-receipts'].takes, body)),
    );
    post('receipt-cases', async (_request, body) =>
      receipts.noteReceiptCase(parse(posts['receipt-cases'].takes, body)),
    );
    post('opt-outs', async (_request, body) => optOuts.noteOptOut(parse(posts['opt-outs'].takes, body)));
    get('unfreeze-requests/:id', async (request) => processor.unfreezeRequestState(idOf(request)));
    get('sealing-keys', async () => ({ keys: [await bank.sealingKeys.current()] }));
    server.get(`${base}/openapi.json`, async (_request: Request, response: Response) => {
      response.json(200, openApi());
    });
  };
}

/** The secure form is served here: a bot that was broken into must not reach for the tries that are kept for it. */
function refuseSecureForm({ userTerminal }: { userTerminal: UserTerminal }): void {
  if (userTerminal.channel !== 'secureForm') return;
  throw new UnfreezeError('messageInvalid', 'the secure form is no user terminal of a bot’s');
}

function send(response: Response, answer: object): void {
  response.setHeader('Cache-Control', 'no-store');
  response.json(200, answer);
}

function idOf(request: Request): string {
  const id = AuthenticationRequestId.safeParse(request.params.id);
  if (id.success) return id.data;
  throw new UnfreezeError('authenticationRequestUnknown', 'no id of an authentication request');
}

function identified(request: Request, body: unknown): Identified {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w-]{1,100}$/.test(key)) {
    throw new RequestRefused('idempotencyKeyMissing');
  }
  return { key, path: request.path(), body };
}
