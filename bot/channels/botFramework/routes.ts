import type { Request, Response, Server } from 'restify';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { isForwarded } from '../../../kit/http/forwardedFor.ts';
import { jsonBody } from '../../../kit/http/jsonBody.ts';
import type { NetworkAddress } from '../../../kit/http/networkAddress.ts';
import { RequestLimit } from '../../../kit/http/requestLimit.ts';
import type { BotFramework } from './botFramework.ts';

export const activitiesAddress = '/api/messages';
const longestBody = 256 * 1024;
const loopback = /^(127\.|::1$)/;

type BotFrameworkRoutesOptions = {
  framework: Pick<BotFramework<never>, 'receive' | 'isOpenToLoopbackOnly'>;
  networkAddress: NetworkAddress;
  activitiesPerMinute: number;
};

/** Puts the address that the Bot Framework calls on the server. */
export function botFrameworkRoutes({
  framework,
  networkAddress,
  activitiesPerMinute,
}: BotFrameworkRoutesOptions) {
  const limit = new RequestLimit(activitiesPerMinute);

  const receive = async (request: Request, response: Response) => {
    // A proxy on this machine would make everybody a neighbour.
    const { remoteAddress = '' } = request.socket;
    const isNear = loopback.test(remoteAddress) && !isForwarded(request.headers);
    if (framework.isOpenToLoopbackOnly && !isNear) throw new RequestRefused('addressUnknown');
    await limit.spend(networkAddress(request));
    const body = await jsonBody(request, longestBody);
    await framework.receive(request.headers.authorization ?? '', body);
    response.json(200, {});
  };

  return (server: Server) => {
    server.post(activitiesAddress, receive);
  };
}
