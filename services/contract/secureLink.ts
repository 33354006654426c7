import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import type { Instant } from '../../kit/time.ts';
import type { AuthenticationAnswer } from './authenticationInformation.ts';
import { AuthenticationInformation } from './authenticationInformation.ts';
import type { AuthenticationRequest } from './authenticationRequest.ts';
import type { LastFour } from './card.ts';
import type { Channel } from './channels.ts';
import type { CodeProblem } from './enteredCode.ts';
import type { AuthenticationItem, ItemProblem } from './items/index.ts';

/** The part after `/s/` in a link's address; the page sends it in request bodies only. */
const token = z.string().max(64);

/** The language that the reader has chosen for the page, if any. */
const language = Language.optional();

/** Opens the form, or says that the customer did not ask for it. `by`: the token was exchanged for a code. */
export const LinkOpened = z.object({ token, language, by: z.literal('code').optional() });

/**
 * Exchanges a code from a text for a token that the page has made, so that it can be repeated if the answer is lost.
 * `browser` is the secret of the browser that began the case; with it the first digits are enough.
 */
export const CodeEntered = z.object({
  code: z.string().regex(/^(\d{8}|\d{13})$/),
  token: z.string().regex(/^[\w-]{24}$/),
  browser: z
    .string()
    .regex(/^[\w-]{24}$/)
    .optional(),
  language,
});
export type CodeEntered = Omit<z.infer<typeof CodeEntered>, 'language'>;

/**
 * The reasons why a code does not open the form. `thirteen`: the case began in another browser, so all digits are
 * needed; `ended`: there were too many wrong codes.
 */
const codeRefusals = ['unknown', 'over', 'used', 'thirteen', 'ended', 'tooMany'] as const;

/** The result of a code; `text` is empty where it opens the form. */
export type CodeAnswer =
  | { outcome: 'entered' | (typeof codeRefusals)[number]; text: string }
  | ({ outcome: 'notice'; language: Language; words: NoticeWords } & PageOutcome);

/** The texts beside the unfreezing that a notice's code belongs to. */
type NoticeWords = {
  freeze: string;
  freezing: string;
  itWasMe: string;
  /** The outcome where the reader has unfrozen it themselves. */
  wasMe: PageOutcome;
  failed: string;
};

/** Freezes the card again that a notice's code belongs to. */
export const NoticeDenied = z.object({ code: z.string().regex(/^\d{13}$/), language });

/** The result of that; a refusal has no headline. */
export type NoticeAnswer = { outcome: 'frozen' | 'refused' } & PageOutcome;

/** The texts of the page where a code is entered. In `problems` `{{count}}` stands for the number of digits typed. */
export type EntryWords = {
  title: string;
  hintHere: string;
  submit: string;
  sending: string;
  failed: string;
  problems: Readonly<Record<CodeProblem, string>>;
};

/** One sealed item from the page. */
export const LinkInformation = AuthenticationInformation.pick({
  item: true,
  envelope: true,
  consent: true,
}).extend({
  token,
  language,
});

/** A headline, and a text about what follows. */
export type PageOutcome = { title: string; text: string };

/** The texts around one field, with one for each fault that `checkTypedItem` returns. */
export type FieldWords<Problem extends string = string> = {
  label: string;
  hint: string;
  problems: Readonly<Record<Problem, string>>;
};

/** The page's question before its fields, where a consent is needed. */
export type ConsentWords = { text: string; agree: string; decline: string; declined: PageOutcome };

/**
 * All texts of an open form, in the customer's language. In `problems` `{{count}}` stands for the number of characters
 * typed.
 */
export type LinkWords = {
  service: string;
  title: string;
  about: string;
  /** The reason why the card is frozen. It may be shown, because the page was opened with the registered phone. */
  why?: string;
  asked: string;
  consent: ConsentWords;
  tries: string;
  fields: { [Item in AuthenticationItem]: FieldWords<ItemProblem<Item>> };
  whySafe: string;
  submit: string;
  sending: string;
  show: string;
  hide: string;
  notMe: string;
  notMeHint: string;
  again: string;
  failed: string;
  sendAgain: string;
};

/** The content behind a link: the form, or nothing, for whatever reason. */
export type LinkView =
  | {
      outcome: 'open';
      language: Language;
      lastFour: LastFour;
      channel: Channel;
      askedAt: Instant;
      authenticationRequest: AuthenticationRequest;
      words: LinkWords;
    }
  | ({ outcome: 'gone'; language: Language } & PageOutcome);

/** The result of an item, with its text. `waitSeconds`: the time until the same envelope can be sent again. */
export type LinkAnswer = (AuthenticationAnswer | { outcome: 'gone' }) &
  PageOutcome & { waitSeconds?: number };
