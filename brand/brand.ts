import type { Language } from '../kit/language.ts';
import type { Wording } from '../kit/wording.ts';
import { page } from '../words/page.ts';
import type { BrandLook } from './look.ts';

/** A text in each language. */
type InEachLanguage = Readonly<Record<Language, string>>;

/** The bank's own appearance: its names, look and wording, as customers see, read and hear them. */
export type Brand = {
  /** The name of the bank. */
  bank: InEachLanguage;
  /** The title of the chat and of the secure form. */
  service: InEachLanguage;
  /** The signature of a message; undefined where messages are not signed. */
  short: InEachLanguage | undefined;
  look: BrandLook | undefined;
  /** A checked SVG. */
  logo: string | undefined;
  /** The logo for devices that are dark. */
  logoDark: string | undefined;
  icon: string | undefined;
  /** The pages that the bank must link to, and the sentences by which customers recognise its page. */
  legal: { privacy?: string; terms?: string; complaint?: string };
  helpLine: string | undefined;
  genuine: InEachLanguage | undefined;
  /** The bank's own wording of sentences, by their ids. */
  sentences: Readonly<Record<Language, Readonly<Record<string, Wording>>>>;
  /** Whether the bank has set its name. */
  isNamed: boolean;
};

const ordinaryService = {
  'zh-Hans': page['zh-Hans'].service,
  'zh-Hant': page['zh-Hant'].service,
  en: page.en.service,
};

/**
 * The number that sentences tell customers to call: `AGENT_PHONE`, whose people see the cases, or else the bank's help line.
 * Calls are passed on to `AGENT_PHONE` alone, since a help line may lead back here.
 */
export const numberToCall = (
  { helpLine }: Pick<Brand, 'helpLine'>,
  agentPhone: string | undefined,
): string | undefined => agentPhone ?? helpLine;

/** The brand where no bank has set its own, as in most tests. */
export const unbranded: Brand = {
  bank: { 'zh-Hans': 'Thawline', 'zh-Hant': 'Thawline', en: 'Thawline' },
  service: ordinaryService,
  short: undefined,
  look: undefined,
  logo: undefined,
  logoDark: undefined,
  icon: undefined,
  legal: {},
  helpLine: undefined,
  genuine: undefined,
  sentences: { 'zh-Hans': {}, 'zh-Hant': {}, en: {} },
  isNamed: false,
};
