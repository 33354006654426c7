import * as z from 'zod';
import { type DocumentedCall, openApiDocument } from '../../kit/http/openApiDocument.ts';
import { logInCalls, session } from '../../kit/login/documentedLogIn.ts';
import { CaseSeen, Count, MissedSentence, Readings } from '../contract/conversationsRead.ts';
import { operatorAddresses as at } from '../contract/operatorAddresses.ts';
import {
  Act,
  type ActAnswer,
  CardAsked,
  type CardFile,
  type CardsFound,
  Decision,
  type Figures,
  type OpenMatters,
  type OperatorCardRow,
  Sought,
  type TrailEntry,
  type Waiting,
} from '../contract/operatorFigures.ts';
import type { TrailFound } from './trail.ts';

const text = z.string();
const FiguresSeen: z.ZodType<Figures> = z.object({
  from: text,
  until: text,
  bank: z.array(Count),
  conversations: Readings.nullable(),
  isBotAway: z.boolean(),
  cases: z.array(CaseSeen),
  missed: z.array(MissedSentence).nullable(),
  standing: z.object({
    ...{ database: z.boolean(), cardSystem: z.boolean(), openUnfreezings: z.int() },
    ...{ messagesWaiting: z.int(), messagesGivenUp: z.int() },
    carrier: z.object({
      ...{ takenAt: text.nullable(), failingSince: text.nullable() },
      ...{ taken: z.int(), failed: z.int(), reasons: z.array(text) },
    }),
  }),
});
const Row: z.ZodType<OperatorCardRow> = z.object({
  ...{ card: text, last4: text, status: text, freezeReasons: z.array(text), lockedUntil: text.nullable() },
});
const Cards: z.ZodType<CardsFound> = z.object({
  cards: z.array(Row),
  isAll: z.boolean().describe('False where there are more'),
});
const Entry: z.ZodType<TrailEntry> = z.object({
  ...{ number: z.int().nullable(), at: text, action: text, actor: text, card: text.nullable() },
  details: z.record(z.string(), z.unknown()),
});
const Lock = z.object({
  ...{ since: text.nullable(), until: text, rule: text.nullable(), channels: z.array(text), tries: z.int() },
});
const Message = z.object({
  ...{ message: text, kind: text, at: text, isToResend: z.boolean() },
  fate: z.enum(['waiting', 'sent', 'arrived', 'givenUp']),
});
const File: z.ZodType<CardFile> = z.object({
  ...{ card: text, last4: text, status: text, customer: text, language: text },
  freezes: z.array(z.object({ reason: text, since: text.nullable() })),
  lock: Lock.nullable(),
  otherCards: z.array(text),
  messages: z.array(Message),
  notices: z.array(
    z.object({
      ...{ reason: text, frozenAt: text, heardAt: text, toldAt: text.nullable(), isOpen: z.boolean() },
    }),
  ),
  isElsewhere: z.boolean(),
  cases: z.array(text),
  entries: z.array(Entry),
});
const Acted: z.ZodType<ActAnswer> = z.object({
  outcome: z.enum(['done', 'nothing', 'asked']),
  request: z.string().exactOptional(),
  until: z.string().exactOptional(),
  events: z.int().exactOptional().describe('How many events go out once more'),
});
const Waits: z.ZodType<Waiting> = z.object({
  ...{ id: text, work: text, card: text.nullable(), freeze: text.nullable(), who: text, why: text },
  ...{ about: text.nullable(), expiresAt: text, isDoable: z.boolean(), isOwn: z.boolean() },
});
const Matters: z.ZodType<OpenMatters> = z.object({
  unfreezings: z.array(
    z.object({
      ...{ unfreezing: text, card: text, last4: text, freezes: z.array(text), channel: text, since: text },
    }),
  ),
  tellsEvents: z.boolean(),
});
const Found = z.object({
  entries: z.array(Entry),
  next: z.int().optional().describe('As `before`, it asks for what is older'),
} satisfies Record<keyof TrailFound, z.ZodType>);
const Verified = z.object({ holding: z.int(), problem: text.nullable() });

const trailAsked = {
  last4: 'Of one card',
  actor: 'Who did it',
  action: 'What was done',
  before: 'Older than this number',
};
const gets = (path: string, answers: z.ZodType | string, summary: string): DocumentedCall => ({
  ...{ method: 'get', path, answers, summary },
});
const posts = (
  path: string,
  takes: z.ZodType | undefined,
  answers: z.ZodType,
  summary: string,
): DocumentedCall => ({ ...{ method: 'post', path, answers, summary }, ...(takes && { takes }) });

/** The operator's page as an OpenAPI 3.1 document. Its page is the only client that there is meant to be. */
export function operatorOpenApi(): object {
  return openApiDocument({
    title: 'The operator’s page of Thawline',
    version: '1',
    description:
      'What the page asks for who is logged in. What changes something is taken from a page of the service’s own alone. See docs/operator.md.',
    security: session(at.page),
    calls: [
      { ...gets(at.page, 'text/html', 'The page'), isOpen: true },
      {
        ...gets(`${at.assets}/:file`, '*/*', 'A script, style or picture of it; the name has its hash'),
        isOpen: true,
      },
      ...logInCalls(at.page),
      {
        ...gets(at.figures, FiguresSeen, 'How a day, a week or a month went, and how it stands now'),
        query: { period: 'day, week or month' },
      },
      posts(at.find, Sought, Cards, 'Cards by last four, telephone or case'),
      posts(at.card, CardAsked, File, 'One card; that it was looked at stands in the trail'),
      posts(at.act, Act, Acted, 'Something done, with the reason for it'),
      gets(at.matters, Matters, 'Unfreezings without a known end, and whether events are told'),
      gets(at.approvals, z.object({ waiting: z.array(Waits) }), 'What waits for a second person'),
      posts(at.decide, Decision, Acted, 'A second person’s yes or no'),
      { ...gets(at.trail, Found, 'Entries of the audit trail, newest first'), query: trailAsked },
      { ...gets(at.export, 'text/csv', 'The same as a file'), query: trailAsked },
      posts(at.verify, undefined, Verified, 'Whether the trail holds'),
    ],
  });
}
