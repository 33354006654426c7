import { utteranceText } from '../../kit/customerText.ts';
import type { Language } from '../../kit/language.ts';
import { spanned } from '../../kit/trace.ts';
import { namedOf, patternOf } from '../../words/heard.ts';
import type { Scores } from './classifier.ts';
import { type Doubt, doubtIn } from './doubts.ts';
import { guardOf, namesReport, reportsLoss, saysUnfreezing, speaksOfOtherThings } from './guard.ts';
import type { Intent } from './intents.ts';
import { type Decider, type Judged, leastForUnfreezing, sure } from './judgement.ts';
import { isPlainRequest } from './plainRequest.ts';
import { plainText } from './plainText.ts';
import { ranked, scoresOf } from './scores.ts';
import { spokenLanguage } from './spokenLanguage.ts';
import { wishWithin } from './wishWithin.ts';
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

const leastConfidence = 0.3;
/** A wish to unfreeze in which more is said has to be surer. */
const leastForMore = 0.8;
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
  const confidence = likelihoodOf(best, plain, scores);
  const unsure = best.intent === 'unfreeze' && confidence < enough;
  const found = unsure ? next : { ...best, confidence };
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

/** Who says unfreezing in so many words says no freezing with them, and a yes beside them is that wish. */
function likelihoodOf({ intent, confidence }: Judged, plain: string, scores: Scores): number {
  if (intent !== 'unfreeze' || !saysUnfreezing(plain)) return confidence;
  return Math.min(1, confidence + scores.freezeOrReport + scores.affirm);
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
