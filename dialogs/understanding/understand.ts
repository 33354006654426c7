import { utteranceText } from '../../kit/customerText.ts';
import type { Language } from '../../kit/language.ts';
import { spanned } from '../../kit/trace.ts';
import { namedOf, patternOf } from '../../words/heard.ts';
import type { Scores } from './classifier.ts';
import { slipsAtFreezing } from './freezeSlips.ts';
import {
  guardOf,
  isAboutCard,
  namesReport,
  overcomesLoss,
  reportsLoss,
  speaksOfOtherThings,
} from './guard.ts';
import type { Intent } from './intents.ts';
import { isPlainRequest } from './plainRequest.ts';
import { plainText } from './plainText.ts';
import { ranked, scoresOf } from './scores.ts';
import { spokenLanguage } from './spokenLanguage.ts';
import { asksToUnfreeze, wishWithin } from './wishWithin.ts';
import { afterYes, yesIn } from './yes.ts';

/**
 * What was understood. `confidence` is from 0 to 1; `language` is undefined for an utterance in none of the three
 * and for one without words; `wanted` is the language asked for by `changeLanguage`, if named; `namesReport` where
 * `freezeOrReport` rests on a word of a loss, a fraud or a freeze and not on likeness alone; `between` where it may as
 * well be one wish as the other, the likelier one first, so that it takes a question to know.
 */
export type Understanding = {
  text: string;
  language: Language | undefined;
  intent: Intent;
  confidence: number;
  wanted?: Language;
  namesReport?: true;
  between?: Doubt;
};

/** What a customer may want that leads to different places. */
const wanted = ['cardStatus', 'unfreeze', 'howToUnfreeze', 'freezeOrReport', 'agent'] as const;
export type WantedIntent = (typeof wanted)[number];
export type Doubt = readonly [WantedIntent, WantedIntent];

/** Surer than this it is taken; less sure than the least it was not understood. */
const sure = 0.7;
const leastForDoubt = 0.4;
/** What is less likely than this is no second meaning. */
const leastForSecond = 0.2;
const leastForThird = 0.05;

const leastConfidence = 0.3;
/** What is less sure than this is not taken for unfreezing but for the next likely; surer where more is said. */
const leastForUnfreezing = 0.6;
const leastForMore = 0.85;
/** What is asked more surely than this is about a card, whatever else is named: an app, an insurance card. */
const isUnsurelyHow = ({ intent, confidence }: Judged) => intent === 'howToUnfreeze' && confidence < 0.95;
/** One word that is none of the corpus's may be a mistyped password. */
const leastForOneWord = 0.45;
/** A yes decides something. */
const leastForYes = 0.6;
/** One character alone, likewise: 好 is a yes, 吧 is not. */
const leastForOneCharacter = 0.9;
const shortWords = patternOf((heard) => heard.short.shortWords);
const numerals = patternOf((heard) => heard.short.numerals);
const carried = patternOf((heard) => heard.short.carried);
/** Reads one utterance. Says `none` rather than guess. */
export function understand(text: string): Understanding {
  return spanned('understanding', () => understood(text));
}

/** Which reader's word it was, for whoever wants to know why. */
export function decidedBy(text: string): Decider {
  return readingOf(text).judgement.by;
}

/** What is made of a text before it is said what was meant. A loss counts wherever it stands, also between the ends that are read. */
function readingOf(text: string) {
  const start = utteranceText(text);
  const plain = plainText(start);
  const whole = text.length > start.length ? plainText(text) : plain;
  const language = spokenLanguage(start);
  const isHidden = reportsLoss(whole) && !reportsLoss(plain);
  const hidden: Judged = { intent: 'freezeOrReport', confidence: 0.9, by: 'loss' };
  return { start, plain, whole, language, judgement: isHidden ? hidden : judged(start, plain, language) };
}

function judged(start: string, plain: string, language: Language | undefined): Judged {
  const pictured = pictures.find(({ when }) => when.test(picturesOf(start)));
  if (pictured) return { intent: pictured.intent, confidence: 0.9, by: 'picture' };
  return judgeYes(start, plain, language);
}

function understood(text: string): Understanding {
  const { start, plain, whole, language, judgement } = readingOf(text);
  const { intent, confidence } = judgement;
  const wanted = intent === 'changeLanguage' ? namedLanguage(plain, start) : undefined;
  const between = doubtIn(whole, judgement);
  const isNamed = intent === 'freezeOrReport' && namesReport(whole) && !between;
  return {
    text,
    language,
    intent,
    confidence: Math.round(confidence * 1000) / 1000,
    ...(wanted && { wanted }),
    ...(isNamed && { namesReport: true }),
    ...(between && { between }),
  };
}

/**
 * The two wishes between which a customer is asked. A loss, a theft or a fraud that is named leaves no doubt, unless it
 * is told to be over and the card is wanted back. Between a card's status and its unfreezing there is none: the one leads
 * by the other.
 */
function doubtIn(plain: string, judgement: Judged): Doubt | undefined {
  const { intent, confidence, scores } = judgement;
  const likely = wanted.find((one) => one === intent);
  if (reportsLoss(plain)) return wantsCardBack(plain) ? ['unfreeze', 'freezeOrReport'] : undefined;
  if (slipsAtFreezing(plain)) return ['freezeOrReport', 'unfreeze'];
  if (scores && lacksWord(plain, judgement)) return ['unfreeze', 'freezeOrReport'];
  if (scores && intent === 'none') return nearlyNone(plain, scores);
  if (likely === undefined || confidence < leastForDoubt || confidence > sure) return undefined;
  if (scores === undefined) return undefined;
  const [second] = wanted
    .filter((one) => one !== likely && scores[one] >= leastForSecond)
    .toSorted((one, other) => scores[other] - scores[one]);
  if (second === undefined) return likely === 'freezeOrReport' ? [likely, 'agent'] : undefined;
  const pair = [likely, second];
  return pair.includes('cardStatus') && pair.includes('unfreeze') ? undefined : [likely, second];
}

/**
 * - `picture`, `yes`: a picture or a yes alone, and the wish in it
 * - `noWords`, `noLanguage`: nothing to be read, or in none of the three
 * - `loss`: a loss, a theft or a fraud that is named
 * - `guard`, `otherThings`: what must not be taken as unfreezing, or as asking how
 * - `tooUnsure`: what the model takes it for, and not surely enough
 * - `part`: what a part of it says surely, where the whole says nothing
 * - `model`: what the model takes it for
 */
export type Decider =
  | 'picture'
  | 'yes'
  | 'noWords'
  | 'noLanguage'
  | 'loss'
  | 'guard'
  | 'otherThings'
  | 'tooUnsure'
  | 'part'
  | 'model';

/** Whether a card is likely to be unfrozen by a sentence that has no word of it, and may as well want the contrary. */
function lacksWord(plain: string, { by, scores }: Judged): boolean {
  if (by !== 'guard' || !isAboutCard(plain) || scores === undefined || scores.unfreeze < leastForUnfreezing)
    return false;
  return guardOf(plain, scores.unfreeze)?.rule === 'noWordOfUnfreezing';
}

/** The two wishes of a sentence about a card that is likelier none, and not surely. */
function nearlyNone(plain: string, scores: Scores): Doubt | undefined {
  if (scores.none > sure || !isAboutCard(plain) || speaksOfOtherThings(plain)) return undefined;
  const [first, second] = wanted.toSorted((one, other) => scores[other] - scores[one]);
  if (first === undefined || second === undefined || scores[first] < leastForSecond) return undefined;
  const leads = [first, second].includes('cardStatus') && [first, second].includes('unfreeze');
  return leads || scores[second] < leastForThird ? [first, 'agent'] : [first, second];
}

/** Whether a loss that is named is said to be over as well, and the card is likely wanted back. */
function wantsCardBack(plain: string): boolean {
  if (!overcomesLoss(plain)) return false;
  return ranked(scoresOf(plain))[0]?.intent === 'unfreeze' || asksToUnfreeze(plain);
}

type Judged = { intent: Intent; confidence: number; by: Decider; scores?: Scores };

/**
 * What is made of a yes alone is that yes, or the wish to unfreeze in it: no likeness decides these. Thanks, haste and
 * "it is my card" by themselves say nothing where nothing was asked.
 */
function judgeYes(text: string, plain: string, language: Language | undefined): Judged {
  const said = yesIn(text);
  const whole = judge(plain, language);
  if (said === undefined || said.size === 0) return withoutYes(plain, whole, language);
  if (said.has('wish')) return { intent: 'unfreeze', confidence: 0.95, by: 'yes' };
  if (said.has('thanks')) return whole;
  if (said.has('yes')) return { intent: 'affirm', confidence: 0.95, by: 'yes' };
  return harmless.includes(whole.intent) ? whole : { intent: 'none', confidence: 0, by: 'yes' };
}

const harmless: readonly Intent[] = ['affirm', 'greet', 'help', 'none'];

/** A wish that follows a yes is that wish. */
function withoutYes(plain: string, whole: Judged, language: Language | undefined): Judged {
  const rest = whole.intent === 'affirm' ? afterYes(plain) : undefined;
  if (rest === undefined) return whole;
  const meant = judge(rest, language);
  return wishes.includes(meant.intent) ? meant : whole;
}

/** What reads like a report without a word of one is none behind a yes. */
const wishes: readonly Intent[] = [
  'unfreeze',
  'cardStatus',
  'agent',
  'cancel',
  'startOver',
  'goBack',
  'repeat',
  'changeLanguage',
  'deny',
];

/** What a picture alone says; any other says nothing. */
const pictures: readonly { intent: Intent; when: RegExp }[] = [
  { intent: 'affirm', when: /^(?:👍|👌|✅|☑|✔|🆗)+$/u },
  { intent: 'deny', when: /^(?:👎|❌|✖|🙅)+$/u },
  { intent: 'greet', when: /^👋+$/u },
  { intent: 'thanks', when: /^🙏+$/u },
];

/** The text's pictures, without the skin's colour and marks. */
function picturesOf(text: string): string {
  return text.replace(/\p{Emoji_Modifier}|\ufe0f|\u200d|\s|[♂♀]/gu, '');
}

const nothing = { intent: 'none', confidence: 0 } as const;
const unlikely: Judged = { ...nothing, by: 'model' };

function judge(plain: string, language: Language | undefined): Judged {
  const none: Judged = { ...nothing, by: 'noWords' };
  if (/^\?$/.test(plain)) return { intent: 'help', confidence: 0.5, by: 'noWords' };
  if (!/\p{L}/u.test(plain) || numerals.test(plain)) return none;
  const letters = plain.replace(/[^\p{L}]/gu, '');
  if (/^[a-z]{1,2}$/.test(letters) && !shortWords.test(letters)) return none;
  const scores = scoresOf(plain);
  const whole = likeliest(plain, language, scores);
  const within = mayHoldWish(whole) ? wishWithin(plain) : undefined;
  return within ? { ...within, by: 'part' } : { ...whole, scores };
}

/** A sentence that as a whole is like none, or not surely enough, may be a story with a wish in it. */
function mayHoldWish({ intent, by }: Judged): boolean {
  return by === 'tooUnsure' || (by === 'model' && intent === 'none');
}

function likeliest(plain: string, language: Language | undefined, scores: Scores): Judged {
  const letters = plain.replace(/[^\p{L}]/gu, '');
  const likely = ranked(scores).map((one): Judged => ({ ...one, by: 'model' }));
  const [best = unlikely, next = unlikely] = likely;
  if (language === undefined && /[\p{L}]/u.test(plain)) return { ...nothing, by: 'noLanguage' };
  const certain = best.confidence > (carried.test(plain) ? 0.9 : 0);
  const isOther = certain && ['whyAsked', 'none'].includes(best.intent) && !hasClauseOfLoss(plain);
  if (reportsLoss(plain) && !isOther) {
    return { intent: 'freezeOrReport', confidence: Math.max(0.9, scores.freezeOrReport), by: 'loss' };
  }
  if (isUnsurelyHow(best) && speaksOfOtherThings(plain)) return { ...nothing, by: 'otherThings' };
  const instead = best.intent === 'unfreeze' ? guardOf(plain, best.confidence)?.may : undefined;
  if (instead !== undefined) {
    const found = likely.find(({ intent }) => instead.includes(intent)) ?? unlikely;
    return { ...found, confidence: Math.max(0.5, found.confidence), by: 'guard' };
  }
  const enough = isPlainRequest(plain) ? leastForUnfreezing : leastForMore;
  const unsure = best.intent === 'unfreeze' && best.confidence < enough;
  const found = unsure ? next : best;
  const least = /^\p{Script=Han}$/u.test(letters)
    ? leastForOneCharacter
    : /^[a-z]+$/.test(plain)
      ? leastForOneWord
      : leastConfidence;
  if (found.intent === 'affirm' && found.confidence < leastForYes) return { ...nothing, by: 'tooUnsure' };
  if (found.confidence >= least) return unsure ? { ...found, by: 'tooUnsure' } : found;
  // Likely a wish to unfreeze, but not surely: the card's status is the next question anyway.
  return unsure && best.confidence >= leastForUnfreezing
    ? { intent: 'cardStatus', confidence: leastForUnfreezing, by: 'tooUnsure' }
    : { ...nothing, by: 'tooUnsure' };
}

/** Whether one clause of several is a report by itself, whatever is asked beside it. */
function hasClauseOfLoss(plain: string): boolean {
  const clauses = plain.split('|').slice(0, 4);
  return (
    clauses.length > 1 &&
    clauses.some((clause) => {
      if (!reportsLoss(clause)) return false;
      const { freezeOrReport } = scoresOf(clause);
      return freezeOrReport >= sure;
    })
  );
}

function namedLanguage(plain: string, typed: string): Language | undefined {
  const found = named.find(({ words }) => words.test(plain))?.name;
  if (found !== 'chinese') return found;
  return spokenLanguage(typed) === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
}

/** The first that is named counts. */
const named = namedOf((heard) => heard.languages.named);
