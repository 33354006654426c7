import type * as z from 'zod';
import { json, keyParameter } from '../kit/http/openApiParts.ts';
import { MessageTaken, MessageToSend, RiskDecision, RiskQuestion } from './contract/bankCalls.ts';

type Call = { summary: string; takes: z.ZodType; answers: z.ZodType };

/** What Thawline asks of a bank beside its card system, each where a setting names its address. */
const calls: Readonly<Record<string, Call>> = {
  '/v1/risk-decisions': {
    summary:
      'RISK_DECISIONS_URL: the bank’s own decision on an unfreezing; silence after two seconds is for the policy',
    takes: RiskQuestion,
    answers: RiskDecision,
  },
  '/v1/messages': {
    summary:
      'MESSAGES_URL: brings a text to a customer’s telephone; 400, 404, 410 and 422 say that it never will',
    takes: MessageToSend,
    answers: MessageTaken,
  },
};

const key = keyParameter('The same key is the same question, or the same message, asked again.');

/** What a bank may serve for Thawline beside its card system, as an OpenAPI 3.1 document. */
export function bankCallsOpenApi(): object {
  const paths = Object.entries(calls).map(([path, { summary, takes, answers }]) => [
    path,
    {
      post: {
        operationId: path
          .replace(/^\/v1\//, '')
          .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
        summary,
        parameters: [key],
        requestBody: { required: true, content: json(takes, 'input') },
        responses: {
          200: { description: 'The answer', content: json(answers, 'input') },
          default: { description: 'Refused: a problem with a `code` (RFC 9457)' },
        },
      },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'What Thawline asks of a bank', version: '1', description: 'See docs/integration.md.' },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths: Object.fromEntries(paths),
  };
}
