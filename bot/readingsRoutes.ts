import type { Request, Response, Server } from 'restify';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import { parse } from '../kit/parse.ts';
import { bearerToken } from '../services/bankApi/bearerToken.ts';
import {
  type ConversationReadings,
  conversationsReadAddress,
  ReadingsAsked,
} from '../services/contract/conversationsRead.ts';

type ReadingsRoutesOptions = {
  readings: ConversationReadings;
  /** What the bank's side shows. */
  token: string;
};

/** The one address at which the bank's side reads the conversations: it takes a time, and nothing else. */
export function readingsRoutes({ readings, token }: ReadingsRoutesOptions): RouteGroup {
  const admits = bearerToken(token);
  return (server: Server) => {
    server.get(conversationsReadAddress, async (request: Request, response: Response) => {
      admits(request);
      const asked = parse(ReadingsAsked, Object.fromEntries(new URLSearchParams(request.getQuery())));
      response.setHeader('Cache-Control', 'no-store');
      response.json(200, await readings.read(asked));
    });
  };
}
