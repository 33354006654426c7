import { openApiDocument } from '../kit/http/openApiDocument.ts';
import { ConversationsRead, conversationsReadAddress } from '../services/contract/conversationsRead.ts';

/** What the bot's half tells the bank's side, where they run apart, as an OpenAPI 3.1 document. */
export function readingsOpenApi(): object {
  const moment = 'RFC 3339, as 2026-03-01T10:00:00.000Z';
  return openApiDocument({
    title: 'The conversations, read by the bank’s side',
    version: '1',
    description:
      'Where the two halves run apart: the figures of the operator’s page, on the bot’s port with CONVERSATIONS_TOKEN. ' +
      'It can be read alone. See docs/operator.md.',
    security: { bearer: { type: 'http', scheme: 'bearer', description: 'CONVERSATIONS_TOKEN' } },
    calls: [
      {
        ...{ method: 'get', path: conversationsReadAddress, answers: ConversationsRead },
        query: { from: moment, until: moment, casesFrom: 'Since when the newest cases are listed' },
        summary:
          'What has happened in conversations in a time, the newest cases, and sentences not understood',
      },
    ],
  });
}
