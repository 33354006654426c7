import { json } from '../../kit/http/openApiParts.ts';
import { type WebhookType, webhookBody, webhookTypes } from './webhookEvent.ts';

const header = (name: string, description: string) => ({
  ...{ name, in: 'header', required: true, description },
  schema: { type: 'string' },
});

const headers = [
  header(
    'webhook-id',
    'The id of the event, the same each time that it comes: who has it already does nothing',
  ),
  header(
    'webhook-timestamp',
    'When it was sent, in seconds since 1970: refuse one of more than five minutes ago',
  ),
  header(
    'webhook-signature',
    'One or more of `v1,` and the base64 of HMAC-SHA-256 over id.timestamp.body, with blanks between them; one must be right',
  ),
];

/** What the bank's own system is told, as an OpenAPI 3.1 document of webhooks, made of the schemas that are written. */
export function webhooksOpenApi(): object {
  const types = Object.keys(webhookTypes) as WebhookType[];
  return {
    openapi: '3.1.0',
    info: {
      title: 'The events of Thawline',
      version: '1',
      description:
        'What the bank’s own system is told at WEBHOOK_URL, signed as Standard Webhooks has it. See docs/webhooks.md.',
    },
    webhooks: Object.fromEntries(types.map((type) => [type, { post: operation(type) }])),
  };
}

function operation(type: WebhookType): object {
  return {
    summary: webhookTypes[type].says,
    parameters: headers,
    requestBody: { required: true, content: json(webhookBody(type), 'output') },
    responses: {
      '2XX': { description: 'It is kept: it does not come again by itself' },
      default: { description: 'It comes again, for a day; later events of the same card wait for it' },
    },
  };
}
