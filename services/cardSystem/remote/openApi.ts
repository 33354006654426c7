import { json, keyParameter } from '../../../kit/http/openApiParts.ts';
import { cardSystemBase, cardSystemPosts, readinessPath } from './addresses.ts';

/** How a refusal looks in an OpenAPI 3.1 document: problem details (RFC 9457) with a `code`. */
const problem = {
  description: 'Refused; `code` is stable (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          code: { type: 'string' },
        },
      },
    },
  },
};

const key = keyParameter(
  'The same key and request get the same answer and have one effect, for at least 30 days, restarts included.',
);

/** The API that a bank puts in front of its card system, as an OpenAPI 3.1 document made of the schemas of the client. */
export function cardSystemOpenApi(): object {
  const described = Object.entries(cardSystemPosts).map(
    ([path, { takes, answers, idempotencyKey, summary }]) => [
      `${cardSystemBase}/${path}`,
      {
        post: {
          summary,
          parameters: idempotencyKey ? [key] : [],
          requestBody: { required: true, content: json(takes, 'input') },
          responses: {
            200: { description: 'The answer', content: json(answers, 'input') },
            default: problem,
          },
        },
      },
    ],
  );
  const ready = { get: { summary: 'Whether it can be used', responses: { 200: { description: 'Yes' } } } };
  return {
    openapi: '3.1.0',
    info: {
      title: 'A card system for Thawline',
      version: '1',
      description: 'What a bank puts in front of its own card system. See docs/card-system.md.',
    },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths: { ...Object.fromEntries(described), [`${cardSystemBase}/${readinessPath}`]: ready },
  };
}
