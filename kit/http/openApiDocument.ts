import type * as z from 'zod';
import { json, jsonSchemaOf, refusal } from './openApiParts.ts';

/** One address of a surface, as its document tells of it. */
export type DocumentedCall = {
  method: 'get' | 'post';
  /** `:name` stands for what whoever calls puts there. */
  path: string;
  summary: string;
  /** What stands in the query, by name. */
  query?: Readonly<Record<string, string>>;
  /** The names of headers that must be there, with what they are. */
  headers?: Readonly<Record<string, string>>;
  /** The body, and its form where that is not JSON. */
  takes?: z.ZodType;
  takesAs?: string;
  /** JSON by a schema, or anything else by its media type; nothing where there is no body. */
  answers?: z.ZodType | string;
  status?: 200 | 204 | 303;
  /** Whether it asks for nothing of what the rest of the surface asks for. */
  isOpen?: true;
};

type Surface = {
  title: string;
  version: string;
  description: string;
  /** How whoever calls shows who they are, by name; none where everybody may call. */
  security?: Readonly<Record<string, object>>;
  calls: readonly DocumentedCall[];
};

/** A surface of the service as an OpenAPI 3.1 document. */
export function openApiDocument({ title, version, description, security = {}, calls }: Surface): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const call of calls) {
    const path = call.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [call.method]: operation(call) };
  }
  const schemes = Object.keys(security);
  return {
    openapi: '3.1.0',
    info: { title, version, description },
    security: schemes.map((scheme) => ({ [scheme]: [] })),
    ...(schemes.length > 0 && { components: { securitySchemes: security } }),
    paths,
  };
}

function operation(call: DocumentedCall): object {
  const { summary, takes, takesAs = 'application/json', answers, status = 200, isOpen } = call;
  return {
    summary,
    ...(isOpen && { security: [] }),
    parameters: parametersOf(call),
    ...(takes && {
      requestBody: { required: true, content: { [takesAs]: { schema: jsonSchemaOf(takes, 'input') } } },
    }),
    responses: {
      [status]: { description: 'Done', ...(answers && { content: contentOf(answers) }) },
      default: refusal,
    },
  };
}

function parametersOf({ path, query = {}, headers = {} }: DocumentedCall): object[] {
  const text = { schema: { type: 'string' } };
  return [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, ...text })),
    ...Object.entries(query).map(([name, description]) => ({ name, in: 'query', description, ...text })),
    ...Object.entries(headers).map(([name, description]) => ({
      ...{ name, in: 'header', required: true, description },
      ...text,
    })),
  ];
}

function contentOf(answers: z.ZodType | string): object {
  return typeof answers === 'string' ? { [answers]: {} } : json(answers, 'output');
}
