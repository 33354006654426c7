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

/** What stands behind `/s/` in a link's address; the page sends it in the body only. */
const token = z.string().max(64);

/** In which language the page is read, where its reader has chosen one. */
const language = Language.optional();

/** Opens the form, or says that it was not the customer who asked. `by`: the token was taken for a code. */
export const LinkOpened = z.object({ token, language, by: z.literal('code').optional() });

/**
 * A code from a text, for a token that the page has made: so a lost answer can be asked for again. `browser` is what the
 * browser holds in which the case was begun: there the first digits are enough.
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

/** Why a code does not open the form. `thirteen`: it was begun elsewhere, and all digits are needed; `ended`: wrong too often. */
const codeRefusals = ['unknown', 'over', 'used', 'thirteen', 'ended', 'tooMany'] as const;

/** What became of a code; `text` is empty where it opens the form. */
export type CodeAnswer =
  | { outcome: 'entered' | (typeof codeRefusals)[number]; text: string }
  | ({ outcome: 'notice'; language: Language; words: NoticeWords } & Outcome);

/** What the page says beside the unfreezing that a notice's code stands for. */
type NoticeWords = {
  freeze: string;
  freezing: string;
  itWasMe: string;
  /** What follows where the reader has unfrozen it themselves. */
  wasMe: Outcome;
  failed: string;
};

/** Freezes again what the code of a notice stands for. */
export const NoticeDenied = z.object({ code: z.string().regex(/^\d{13}$/), language });

/** What became of it; one that is refused has no headline. */
export type NoticeAnswer = { outcome: 'frozen' | 'refused' } & Outcome;

/** What the page says where a code is entered. In `problems` a `{{count}}` is how many digits came. */
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

/** A headline and what follows from it. */
export type Outcome = { title: string; text: string };

/** What the page says around one field, with a word for each problem that `checkTypedItem` names. */
export type FieldWords<Problem extends string = string> = {
  label: string;
  hint: string;
  problems: Readonly<Record<Problem, string>>;
};

/** What the page asks before its fields, where a consent is wanted. */
export type ConsentWords = { text: string; agree: string; decline: string; declined: Outcome };

/** Every word of an open form, in the customer's language. In `problems` a `{{count}}` is how many characters came. */
export type LinkWords = {
  service: string;
  title: string;
  about: string;
  /** Why the card is frozen; the page was opened by whoever has the registered phone. */
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

/** What a link opens: the form, or for whatever reason nothing. */
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
  | ({ outcome: 'gone'; language: Language } & Outcome);

/** What became of an item, with what is said of it. `waitSeconds`: until the same envelope can be given again. */
export type LinkAnswer = (AuthenticationAnswer | { outcome: 'gone' }) & Outcome & { waitSeconds?: number };
