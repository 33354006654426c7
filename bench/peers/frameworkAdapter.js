import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { serve } from './peerServer.js';

/** A bot of the SDK behind restify as its samples have it, without a registration: nobody's token is checked. */
export function serveFrameworkBot(logic) {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  serve(async (request, response) => {
    await adapter.process(request, response, logic);
  });
}
