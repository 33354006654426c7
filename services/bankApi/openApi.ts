import type * as z from 'zod';
import { bearer, json, keyParameter, problem } from '../http/openApiParts.ts';
import { base, gets, posts } from './addresses.ts';

const answered = (answers: z.ZodType) => ({
  200: { description: 'The answer', content: json(answers, 'output') },
  default: problem,
});

const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const key = keyParameter('The same key and request get the same answer for 24 hours, and have one effect.');

/** The bank's side as an OpenAPI 3.1 document, made of the schemas that it parses with. */
export function openApi(): object {
  const parameters = (path: string, idempotencyKey: boolean) => [
    ...(path.includes(':id') ? [idParameter] : []),
    ...(idempotencyKey ? [key] : []),
  ];
  const paths: Record<string, Record<string, object>> = {};
  const at = (path: string) => {
    const address = `${base}/${path.replace(':id', '{id}')}`;
    paths[address] ??= {};
    return paths[address];
  };
  for (const [path, { takes, answers, idempotencyKey }] of Object.entries(posts)) {
    at(path).post = {
      parameters: parameters(path, idempotencyKey),
      requestBody: { required: true, content: json(takes, 'input') },
      responses: answered(answers),
    };
  }
  for (const [path, { answers }] of Object.entries(gets)) {
    at(path).get = { parameters: parameters(path, false), responses: answered(answers) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Thawline, the bank’s side', version: '1' },
    ...bearer,
    paths,
  };
}
