import { json, refusal } from '../../kit/http/openApiParts.ts';
import { type Address, addresses, deskBase } from './addresses.ts';
import { agentHeader } from './agents.ts';

const caseNumber = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'K-4821',
};
const after = { name: 'after', in: 'query', schema: { type: 'integer', minimum: 0 } };
const agent = {
  name: agentHeader,
  in: 'header',
  description: 'The login of the agent for whom another desk acts; it stands in the audit trail',
  schema: { type: 'string', minLength: 1, maxLength: 100 },
};

/** The desk as another desk connects to it, as an OpenAPI 3.1 document made of the schemas that are read and written. */
export function deskOpenApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const one of Object.values<Address>(addresses)) {
    const path = `${deskBase}/${one.path.replace(':id', '{id}')}`;
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'The desk of Thawline',
      version: '1',
      description: 'Where people of the bank answer customers in the conversation itself. See docs/desk.md.',
    },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}

function operation({ does, path, takes, hasAfter, answers }: Address): object {
  return {
    summary: does,
    parameters: [agent, ...(path.includes(':id') ? [caseNumber] : []), ...(hasAfter ? [after] : [])],
    ...(takes && { requestBody: { required: true, content: json(takes, 'input') } }),
    responses: { 200: { description: 'The answer', content: json(answers, 'output') }, default: refusal },
  };
}
