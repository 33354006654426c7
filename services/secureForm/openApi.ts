import * as z from 'zod';
import { type DocumentedCall, openApiDocument } from '../../kit/http/openApiDocument.ts';
import { Language } from '../../kit/language.ts';
import { secureFormAddresses as at, secureFormPage } from '../contract/secureFormAddresses.ts';
import {
  type CodeAnswer,
  CodeEntered,
  type LinkAnswer,
  LinkInformation,
  LinkOpened,
  type LinkView,
  type NoticeAnswer,
  NoticeDenied,
} from '../contract/secureLink.ts';

/** An answer of the page: how it came out, and what its reader is told. @param outcomes all that there are */
const answer = <Outcome extends string>(outcomes: Record<Outcome, true>) =>
  z.looseObject({
    outcome: z.enum(Object.keys(outcomes) as Outcome[]),
    title: z.string().optional(),
    text: z.string().optional(),
    language: Language.optional(),
  });

const View = answer<LinkView['outcome']>({ open: true, gone: true });
const Entered = answer<CodeAnswer['outcome']>({
  ...{ entered: true, unknown: true, over: true, used: true, thirteen: true, ended: true, tooMany: true },
  notice: true,
});
const Frozen = answer<NoticeAnswer['outcome']>({ frozen: true, refused: true });
const Given = answer<LinkAnswer['outcome']>({
  ...{ itemTaken: true, unfrozen: true, matched: true, notAccepted: true, tooSoon: true, locked: true },
  ...{ over: true, notRemote: true, gone: true },
});
const Denied = answer<'denied' | 'gone'>({ denied: true, gone: true });

const page = (path: string, summary: string): DocumentedCall => ({
  ...{ method: 'get', path, summary, answers: 'text/html' },
  query: { language: 'en, zh-Hans or zh-Hant' },
});
const post = (path: string, takes: z.ZodType, answers: z.ZodType, summary: string): DocumentedCall => ({
  ...{ method: 'post', path, takes, answers, summary },
});

/** The secure form of links and codes as an OpenAPI 3.1 document. Its page is the only client that there is meant to be. */
export function secureFormOpenApi(): object {
  return openApiDocument({
    title: 'The secure form of Thawline',
    version: '1',
    description:
      'What the page of a link or a code asks. A link’s token stands in the address of the page alone, and in the body of ' +
      'each request; secrets come sealed to the bank’s side. Each address takes 60 requests a minute from one network address.',
    calls: [
      page(secureFormPage, 'The page that takes a code'),
      page(at.opened, 'The page of a link, the same for each token; opening it uses nothing up'),
      {
        ...{ method: 'get', path: `${at.assets}/:file`, answers: '*/*' },
        summary: 'A script, style or picture of it; the name has the hash of its content',
      },
      post(at.view, LinkOpened, View, 'What the link opens: the form with its texts, or nothing'),
      post(at.code, CodeEntered, Entered, 'Exchanges a code for a token that the page has made'),
      post(at.freeze, NoticeDenied, Frozen, 'Freezes the card again that a notice’s code belongs to'),
      post(at.information, LinkInformation, Given, 'Gives one sealed item'),
      post(at.notMe, LinkOpened, Denied, 'Says that the customer did not ask for the link'),
    ],
  });
}
