/** The same waterfall with the SDK's successor. */
import { CloudAdapter, ConversationState, MemoryStorage } from '@microsoft/agents-hosting';
import { DialogSet, TextPrompt, WaterfallDialog } from '@microsoft/agents-hosting-dialogs';
import { cardWaterfall } from './cardWaterfall.js';
import { serve } from './peerServer.js';

const adapter = new CloudAdapter({});
const logic = cardWaterfall({ DialogSet, TextPrompt, WaterfallDialog, ConversationState, MemoryStorage });

/** Its adapter writes to Express's response, of which it uses no more than this. */
function asExpress(response) {
  let said = '';
  return {
    status: (code) => {
      response.statusCode = code;
    },
    setHeader: (name, value) => response.setHeader(name, value),
    send: (body) => {
      said = body;
    },
    end: () => response.end(said),
  };
}

serve(async (request, response) => {
  await adapter.process(request, asExpress(response), logic);
});
