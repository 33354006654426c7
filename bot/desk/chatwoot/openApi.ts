import * as z from 'zod';
import { openApiDocument } from '../../../kit/http/openApiDocument.ts';
import { ChatwootEvent } from './chatwootEvents.ts';
import { chatwootAddress } from './routes.ts';

/** What an inbox of a Chatwoot calls, as an OpenAPI 3.1 document. */
export function chatwootOpenApi(): object {
  return openApiDocument({
    title: 'What a self-hosted Chatwoot calls',
    version: '1',
    description:
      'The webhook of an API inbox, as Chatwoot sends it: X-Chatwoot-Signature is sha256= and the HMAC of X-Chatwoot-Timestamp, a point and the body; what has not the right one is refused unread. See docs/chatwoot.md.',
    calls: [
      {
        ...{ method: 'post', path: chatwootAddress, takes: ChatwootEvent, answers: z.object({}) },
        summary: 'What an agent has written, or that a conversation has changed',
      },
    ],
  });
}
