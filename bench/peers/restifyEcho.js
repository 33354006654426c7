/** Nothing but restify: what its server and a JSON body cost. */
import { serve } from './peerServer.js';

serve(async (request, response) => {
  response.json(200, { activities: [{ type: 'message', text: request.body.text }] });
});
