import * as z from 'zod';
import { openApiDocument } from '../../../kit/http/openApiDocument.ts';
import { activitiesAddress } from './routes.ts';

const Activity = z.looseObject({
  type: z.string(),
  channelId: z.string(),
  serviceUrl: z.url(),
  conversation: z.looseObject({ id: z.string() }),
  from: z.looseObject({ id: z.string() }),
});

/** What the Bot Framework calls, as an OpenAPI 3.1 document. */
export function botFrameworkOpenApi(): object {
  return openApiDocument({
    title: 'What the Bot Framework calls',
    version: '3.0',
    description:
      'The messaging endpoint of a Bot Framework registration: Teams and its other channels. See docs/channels.md.',
    security: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'A token of the Bot Framework for MicrosoftAppId',
      },
    },
    calls: [
      {
        ...{ method: 'post', path: activitiesAddress, takes: Activity, answers: z.object({}) },
        summary: 'An activity of a conversation; what the bot says goes to its serviceUrl',
      },
    ],
  });
}
