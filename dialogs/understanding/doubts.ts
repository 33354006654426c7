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
import { type Judged, leastForUnfreezing, sure } from './judgement.ts';
import { ranked, scoresOf } from './scores.ts';
import { asksToUnfreeze } from './wishWithin.ts';

/** What a customer may want that leads to different places. */
const wanted = ['cardStatus', 'unfreeze', 'howToUnfreeze', 'freezeOrReport', 'agent'] as const;
export type WantedIntent = (typeof wanted)[number];
export type Doubt = readonly [WantedIntent, WantedIntent];

/** What is less sure was not understood. */
const leastForDoubt = 0.4;
/** A freeze or a report that is named, and has no second meaning, needs to be no surer. */
const leastForNamed = 0.5;
/** What is less likely than this is no second meaning. */
const leastForSecond = 0.2;
const leastForThird = 0.05;

/**
 * The two wishes between which a customer is asked. A loss, a theft or a fraud that is named leaves no doubt, unless it
 * is told to be over and the card is wanted back. Between a card's status and its unfreezing there is none: the one leads
 * by the other.
 */
export function doubtIn(plain: string, judgement: Judged): Doubt | undefined {
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
  if (second === undefined)
    return likely === 'freezeOrReport' && !isNamed(plain, confidence) ? [likely, 'agent'] : undefined;
  const pair = [likely, second];
  return pair.includes('cardStatus') && pair.includes('unfreeze') ? undefined : [likely, second];
}

function isNamed(plain: string, confidence: number): boolean {
  return confidence >= leastForNamed && namesReport(plain);
}

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
