import type { Language } from '../kit/language.ts';
import type { Wording } from '../kit/wording.ts';
import { page } from '../words/page.ts';
import type { Look } from './look.ts';

/** A word in each language. */
type InEachLanguage = Readonly<Record<Language, string>>;

/** Whose service it is, as its customers see, read and hear it. */
export type Brand = {
  /** The bank by its name. */
  bank: InEachLanguage;
  /** What stands over the chat and the secure form. */
  service: InEachLanguage;
  /** What a message is signed with; undefined where none is. */
  short: InEachLanguage | undefined;
  look: Look | undefined;
  /** SVG, as it was checked. */
  logo: string | undefined;
  icon: string | undefined;
  /** What the bank must show, and how customers know that the page is its own. */
  legal: { privacy?: string; terms?: string; complaint?: string };
  helpLine: string | undefined;
  genuine: InEachLanguage | undefined;
  /** The sentences that the bank says otherwise, by their ids. */
  sentences: Readonly<Record<Language, Readonly<Record<string, Wording>>>>;
  /** Whether a bank has named itself. */
  isNamed: boolean;
};

const ordinaryService = {
  'zh-Hans': page['zh-Hans'].service,
  'zh-Hant': page['zh-Hant'].service,
  en: page.en.service,
};

/** Where no bank has named itself, as in most tests. */
export const unbranded: Brand = {
  bank: { 'zh-Hans': 'Thawline', 'zh-Hant': 'Thawline', en: 'Thawline' },
  service: ordinaryService,
  short: undefined,
  look: undefined,
  logo: undefined,
  icon: undefined,
  legal: {},
  helpLine: undefined,
  genuine: undefined,
  sentences: { 'zh-Hans': {}, 'zh-Hant': {}, en: {} },
  isNamed: false,
};
