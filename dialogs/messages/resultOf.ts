import type { Language } from '../../kit/language.ts';
import type { Instant } from '../../kit/time.ts';
import type { WordingRegion } from '../../kit/wordingRegion.ts';
import { type Result, type ResultKind, receiptNumber } from '../../services/contract/result.ts';
import type { MessageId } from '../../words/conversation.ts';
import type { Facts, Sentences } from './wording.ts';

/**
 * What a dialog says has come of it; the wording decides nothing.
 * - `at`: undefined where only the state is known, and not since when
 * - `request`: the id of the authentication request
 * - `until`: null where only the staff end it, undefined where it is not known here
 * - `hours`: when the staff are there, in words; undefined where at any time
 */
export type ResultSaid =
  | { kind: 'unfrozen'; lastFour: string; request: string; at?: Instant | undefined }
  | { kind: 'notAccepted'; lastFour: string; attempt: number; attemptsLeft: number }
  | { kind: 'tooSoon'; lastFour: string; notBefore: Instant }
  | { kind: 'locked'; lastFour: string; until?: Instant | null }
  | { kind: 'handedOver'; caseId: string; hours: string | undefined };

type Shown = Partial<Pick<Result, 'card' | 'tries' | 'facts' | 'advice' | 'ways'>>;
type Words = (id: MessageId, facts?: Facts) => string;
type Forms = {
  [Kind in ResultKind]: (said: Extract<ResultSaid, { kind: Kind }>, words: Words, call: Call) => Shown;
};
/** How the bank's staff are called: on a number of their own, or on the card's. */
type Call = Required<Pick<Result, 'advice' | 'ways'>>;

/** How each is shown. A kind that is added gets its row here. */
const forms: Forms = {
  unfrozen: ({ lastFour, request, at }, words, { ways }) => ({
    card: cardOf(lastFour, words),
    facts: [
      ...(at === undefined ? [] : [{ label: words('result.time'), moment: at }]),
      { label: words('result.receipt'), value: receiptNumber(request) },
    ],
    advice: [words('result.notYou')],
    ways,
  }),
  notAccepted: ({ lastFour, attempt, attemptsLeft }, words) => ({
    card: cardOf(lastFour, words),
    tries: { label: words('result.triesLeft'), left: attemptsLeft, used: attempt - 1 },
    facts: [{ label: words('result.again'), value: words('result.now') }],
  }),
  tooSoon: ({ lastFour, notBefore }, words) => ({
    card: cardOf(lastFour, words),
    facts: [{ label: words('result.again'), moment: notBefore }],
  }),
  locked: ({ lastFour, until }, words, { advice, ways }) => ({
    card: cardOf(lastFour, words),
    facts: untilWhen(until, words),
    advice: [...advice, words('result.branch')],
    ways: [...ways, { label: words('result.link'), says: words('result.link') }],
  }),
  handedOver: ({ caseId, hours }, words, call) => ({
    facts: [
      { label: words('result.case'), value: caseId },
      { label: words('result.hours'), value: hours ?? words('result.anyTime') },
    ],
    ...call,
  }),
};

/** The language that is read, and where. */
type Reader = { language: Language; place?: WordingRegion | undefined };

/** @param agentPhone undefined where the number stands on the card alone */
export function resultOf(
  said: ResultSaid,
  sentences: Sentences,
  { language, place }: Reader,
  agentPhone: string | undefined,
): Result {
  const words: Words = (id, facts) => sentences.text(language, id, facts, place);
  const call: Call =
    agentPhone === undefined
      ? { advice: [words('result.callByCard')], ways: [] }
      : { advice: [], ways: [{ label: words('result.call', { phone: agentPhone }), phone: agentPhone }] };
  // The kind names its own row, which the compiler does not follow.
  const form = forms[said.kind] as (said: ResultSaid, words: Words, call: Call) => Shown;
  const title = words(`result.${said.kind}`);
  return {
    ...{ kind: said.kind, language, title, facts: [], advice: [], ways: [] },
    ...form(said, words, call),
  };
}

function cardOf(lastFour: string, words: Words): Result['card'] {
  return { name: words('choice.card', { lastFour }), lastFour };
}

function untilWhen(until: Instant | null | undefined, words: Words): Result['facts'] {
  if (until === undefined) return [];
  const label = words('result.until');
  return [until === null ? { label, value: words('result.untilReleased') } : { label, moment: until }];
}
