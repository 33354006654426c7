import { type DocumentedCall, openApiDocument } from '../kit/http/openApiDocument.ts';
import { logInCalls, session } from '../kit/login/documentedLogIn.ts';

const html = 'text/html';

/** A page with its files, which are served under names that say what is in them. */
const page = (path: string, files: string, summary: string): DocumentedCall[] => [
  {
    method: 'get',
    path,
    summary,
    answers: html,
    isOpen: true,
    query: { language: 'en, zh-Hans or zh-Hant' },
  },
  {
    ...{ method: 'get', path: `${files}/:file`, answers: '*/*', isOpen: true },
    summary: 'A script, style or picture of it; the name has the hash of its content',
  },
];

/** What a browser opens of the bot's: the chat, the script for a bank's own page, the desk with its log-in. */
export function pagesOpenApi(): object {
  return openApiDocument({
    title: 'The pages of Thawline',
    version: '1',
    description:
      'What browsers open. The secure form and the operator’s page have documents of their own; what the chat says is in ' +
      'direct-line-api.json, what the desk says in desk-api.json.',
    security: session('/desk'),
    calls: [
      ...page('/', '/assets', 'The chat'),
      {
        ...{ method: 'get', path: '/embed.js', answers: 'text/javascript', isOpen: true },
        summary: 'The script with which a bank’s own page shows the chat',
      },
      ...page('/desk', '/desk/assets', 'The desk'),
      ...logInCalls('/desk'),
    ],
  });
}
