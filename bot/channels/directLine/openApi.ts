import * as z from 'zod';
import { json } from '../../../kit/http/openApiParts.ts';
import { directLine as at } from '../../contract/directLine.ts';

const Granted = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.int() });
const Conversation = Granted.extend({ streamUrl: z.string().describe('A WebSocket, opened once') });
const Activity = z.looseObject({
  type: z.string().describe('message, event, typing …'),
  id: z.string().optional(),
  text: z.string().optional(),
  from: z.looseObject({ id: z.string() }),
  replyToId: z.string().optional(),
  channelData: z
    .looseObject({})
    .optional()
    .describe('`thawline.messageId` is the stable id of a sentence of the bot’s'),
});
const Posted = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  channelData: z
    .looseObject({ clientActivityID: z.string().optional() })
    .optional()
    .describe('The same clientActivityID is the same activity, sent again'),
});
const Locale = z.object({ locale: z.string().optional() });

/** What the chat page sends, which may begin its conversation with its token. */
const PageLocale = Locale.extend({ begins: z.boolean().optional() });
const Begun = Granted.extend({
  streamUrl: z.string().optional().describe('Where the conversation was begun too'),
  activities: z.array(Activity).optional().describe('What was said in it so far'),
});

type Call = { method: 'get' | 'post' | 'delete'; path: string; summary: string } & {
  takes?: z.ZodType;
  answers?: z.ZodType;
  status?: number;
  isOpen?: true;
  hasWatermark?: true;
};

/** Every address of web chat, with what stands there in the service. */
const calls: readonly Call[] = [
  {
    ...{ method: 'post', path: at.pageToken, takes: PageLocale, answers: Begun, isOpen: true },
    summary: 'A token for one new conversation; 428 with Thawline-Challenge asks for a proof of work first',
  },
  {
    ...{ method: 'post', path: at.newToken, takes: Locale, answers: Granted, isOpen: true },
    summary: 'The same, where a client of Direct Line looks for it',
  },
  { method: 'post', path: at.refreshedToken, answers: Granted, summary: 'A token that lasts longer' },
  {
    ...{ method: 'post', path: at.conversations, takes: Locale, answers: Conversation, status: 201 },
    summary: 'Begins the conversation of the token; 200 where it had begun',
  },
  {
    ...{ method: 'get', path: at.conversation, answers: Conversation, hasWatermark: true },
    summary: 'Comes back to it: a fresh stream from the watermark on',
  },
  { method: 'delete', path: at.conversation, summary: 'Ends it, and forgets what was said' },
  {
    ...{ method: 'get', path: at.activities, hasWatermark: true },
    answers: z.object({ activities: z.array(Activity), watermark: z.string() }),
    summary: 'What was said after the watermark',
  },
  {
    ...{ method: 'post', path: at.activities, takes: Posted, answers: z.object({ id: z.string() }) },
    summary: 'Says something; what is 200 is done or will be done',
  },
  {
    ...{ method: 'get', path: at.stream, status: 101, isOpen: true },
    summary: 'The stream of `streamUrl`, a WebSocket; 426 without an upgrade',
  },
  {
    method: 'post',
    path: at.upload,
    status: 415,
    summary: 'Uploads, which are refused: files cannot be sent',
  },
];

const watermark = { name: 'watermark', in: 'query', schema: { type: 'string' } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Direct Line 3.0 as web chat speaks it here, as an OpenAPI 3.1 document. */
export function directLineOpenApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const call of calls) {
    const path = call.path.replace(':id', '{id}');
    paths[path] = { ...paths[path], [call.method]: operation(call) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Web chat of Thawline',
      version: '3.0',
      description: 'Direct Line 3.0, as its official client speaks it.',
    },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}

function operation({ path, summary, takes, answers, status = 200, isOpen, hasWatermark }: Call): object {
  return {
    summary,
    ...(isOpen && { security: [] }),
    parameters: [...(path.includes(':id') ? [id] : []), ...(hasWatermark ? [watermark] : [])],
    ...(takes && { requestBody: { required: takes === Posted, content: json(takes, 'input') } }),
    responses: {
      [status]: { description: 'Done', ...(answers && { content: json(answers, 'input') }) },
      default: { description: 'Refused; `error.code` is stable', content: json(refusal, 'input') },
    },
  };
}
