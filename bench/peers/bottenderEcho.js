/** A bot of bottender, with its sessions in memory, behind restify. */
import bottender from 'bottender';
import { serve } from './peerServer.js';

const { Bot, ConsoleConnector } = bottender;

/** Its console with a conversation of its own for each customer, and its answers kept for the response. */
class HttpConnector extends ConsoleConnector {
  getUniqueSessionKey({ rawEvent }) {
    return rawEvent.conversation.id;
  }
  createContext({ requestContext, ...more }) {
    const context = super.createContext({ ...more, requestContext });
    context._client = { sendText: (text) => requestContext.activities.push({ type: 'message', text }) };
    return context;
  }
}

const bot = new Bot({ connector: new HttpConnector(), sync: true });
bot.onEvent(async (context) => {
  context.setState({ turns: (context.state.turns ?? 0) + 1 });
  await context.sendText(`Echo: ${context.event.rawEvent.text}`);
});
const handle = bot.createRequestHandler();
serve(async (request, response) => {
  const requestContext = { activities: [] };
  await handle(request.body, requestContext);
  response.json(200, { activities: requestContext.activities });
});
