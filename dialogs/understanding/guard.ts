import { anyOf } from '../../kit/pattern.ts';
import { patternOf, rowsOf } from '../../words/heard.ts';
import type { Intent } from './intents.ts';
import { isPlainRequest } from './plainRequest.ts';
import { readOnce } from './readOnce.ts';

/** Each table's patterns in one: the tables hold a pattern a line, with what it takes and leaves. */
const tells = {
  freezes: anyOf(rowsOf(({ guardLosses }) => guardLosses.freezes)),
  harmless: anyOf(
    rowsOf(({ guardLosses }) => guardLosses.harmless),
    'g',
  ),
  losses: anyOf(rowsOf(({ guardLosses }) => guardLosses.losses)),
  overcome: anyOf(rowsOf(({ guardLosses }) => guardLosses.overcome)),
  refreezing: anyOf(rowsOf(({ guardLosses }) => guardLosses.refreezing)),
  how: anyOf(rowsOf(({ guardQuestions }) => guardQuestions.how)),
  questions: anyOf(rowsOf(({ guardQuestions }) => guardQuestions.questions)),
  noPasswordError: anyOf(rowsOf(({ guardRefusals }) => guardRefusals.noPasswordError)),
  refused: anyOf(rowsOf(({ guardRefusals }) => guardRefusals.refused)),
  firstUse: anyOf(rowsOf(({ guardTold }) => guardTold.firstUse)),
  ofOthers: anyOf(rowsOf(({ guardTold }) => guardTold.ofOthers)),
  stateAsked: anyOf(rowsOf(({ guardTold }) => guardTold.stateAsked)),
  toldOf: anyOf(rowsOf(({ guardTold }) => guardTold.toldOf)),
  ways: anyOf(
    rowsOf(({ guardThings }) => guardThings.ways),
    'g',
  ),
  notCards: anyOf(rowsOf(({ guardThings }) => guardThings.notCards)),
  otherThings: anyOf(rowsOf(({ guardThings }) => guardThings.otherThings)),
  howAtEnd: anyOf(rowsOf(({ guardQuestions }) => guardQuestions.howAtEnd)),
  lacks: anyOf(rowsOf(({ guardQuestions }) => guardQuestions.lacks)),
  held: anyOf(rowsOf(({ guardThings }) => guardThings.held)),
  cardNamed: anyOf(rowsOf(({ guardThings }) => guardThings.cardNamed)),
  thingNamed: anyOf(rowsOf(({ guardThings }) => guardThings.thingNamed)),
  opening: anyOf(rowsOf(({ guardThings }) => guardThings.opening)),
  asked: anyOf(rowsOf(({ guardThings }) => guardThings.asked)),
  passwordErrors: anyOf(rowsOf(({ guardThings }) => guardThings.passwordErrors)),
  plainly: anyOf(rowsOf(({ guardThings }) => guardThings.plainly)),
  strong: anyOf(rowsOf(({ guardThings }) => guardThings.strong)),
  weak: anyOf(rowsOf(({ guardThings }) => guardThings.weak)),
  card: anyOf(rowsOf(({ guardThings }) => guardThings.card)),
};

/**
 * A rule by which a plain text is not taken as unfreezing, and the intents that it may be instead. One that
 * `yields` looks for words that the model has seen more of, and gives way where the model is as sure as that.
 */
type Rule = { rule: string; holds: (text: string) => boolean; may: readonly Intent[]; yields?: number };

const card = patternOf(({ wishParts }) => wishParts.card);

/** What a rule yields to; one that looks for a question at the end, only to what leaves no doubt. */
const surer = 0.9;
const surest = 0.95;
/** A rule that finds a thing to be opened yields to this alone: no such thing is taken for a card so surely. */
const certain = 0.99;

const withoutWord = ['none', 'cardStatus', 'freezeOrReport', 'howToUnfreeze', 'startOver'] as const;

const rules: readonly Rule[] = [
  {
    rule: 'lossOrFreeze',
    holds: (text) => tells.losses.test(text) || tells.refreezing.test(text),
    may: ['freezeOrReport'],
  },
  { rule: 'refused', holds: (text) => tells.refused.test(text), may: ['deny'] },
  { rule: 'stateAsked', holds: (text) => tells.stateAsked.test(text), may: ['cardStatus'] },
  {
    rule: 'toldOf',
    holds: (text) => tells.toldOf.test(text),
    may: ['freezeOrReport', 'cardStatus', 'howToUnfreeze'],
  },
  {
    rule: 'otherThings',
    holds: (text) => tells.questions.test(text) || (speaksOfOtherThings(text) && !isStoryOfThings(text)),
    may: ['none'],
  },
  { rule: 'thingInStory', holds: speaksOfOtherThings, may: ['none'], yields: certain },
  { rule: 'thingBeside', holds: namesThing, may: ['none'], yields: surer },
  { rule: 'lackAsked', holds: (text) => tells.lacks.test(text), may: ['howToUnfreeze', 'none'] },
  { rule: 'ofOthers', holds: (text) => tells.ofOthers.test(text), may: ['none', 'howToUnfreeze'] },
  { rule: 'firstUse', holds: (text) => tells.firstUse.test(text), may: ['none', 'howToUnfreeze'] },
  {
    rule: 'howAtEnd',
    holds: (text) => tells.how.test(text) && tells.howAtEnd.test(text),
    may: ['howToUnfreeze'],
    yields: surest,
  },
  { rule: 'howAsked', holds: (text) => tells.how.test(text), may: ['howToUnfreeze'], yields: surer },
  { rule: 'otherThingNamed', holds: namesOtherThing, may: ['none'], yields: certain },
  { rule: 'noCardNamed', holds: opensNoCard, may: ['none'], yields: surer },
  {
    rule: 'noPasswordError',
    holds: (text) => tells.noPasswordError.test(text) && !tells.strong.test(text),
    may: ['none', 'cardStatus', 'howToUnfreeze'],
  },
  // Where no card is named it may be anything; and that one was found is news, and asks for nothing by itself.
  {
    rule: 'noWordOfUnfreezing',
    holds: (text) => !namesUnfreezing(text) && (!isAboutCard(text) || tells.overcome.test(text)),
    may: withoutWord,
  },
  { rule: 'noWordOfUnfreezing', holds: (text) => !namesUnfreezing(text), may: withoutWord, yields: surer },
];

/** Whether a text has words that unfreeze a card. */
export function namesUnfreezing(text: string): boolean {
  return (
    tells.passwordErrors.test(text) ||
    tells.strong.test(text) ||
    (tells.weak.test(text) && tells.card.test(text))
  );
}

/** Whether unfreezing is said in so many words, so that it is no slip for freezing. */
export function saysUnfreezing(plain: string): boolean {
  return tells.plainly.test(plain);
}

/**
 * The first rule by which a plain text must not be taken as unfreezing; nothing where it may be taken so. Telling
 * *freeze* from *unfreeze* and *lost* from *frozen* is a safety property.
 * @param likelihood how likely the model takes it for unfreezing
 */
export function guardOf(plain: string, likelihood = 0): Omit<Rule, 'holds' | 'yields'> | undefined {
  const text = plain.replace(tells.harmless, ' ');
  return rules.find(({ holds, yields }) => !(yields !== undefined && likelihood >= yields) && holds(text));
}

/** Whether it is about things that are no cards: frozen food, a locked telephone. */
export function speaksOfOtherThings(plain: string): boolean {
  return (
    tells.notCards.test(plain.replace(tells.ways, ' ')) ||
    (namesThing(plain) && !isAboutCard(plain) && !tells.held.test(plain))
  );
}

/** Who tells a story names things in it, of which none is to be opened. */
function isStoryOfThings(plain: string): boolean {
  if (tells.notCards.test(plain.replace(tells.ways, ' '))) return false;
  return /\p{Script=Han}/u.test(plain) ? plain.length >= 20 : plain.split(/[ |]/).length >= 10;
}

/** Whether a thing is named that is no card, be there a card beside it or not. */
function namesThing(plain: string): boolean {
  return tells.otherThings.test(plain.replace(tells.ways, ' '));
}

/** Whether a card or an account is named. */
export function isAboutCard(plain: string): boolean {
  return card.test(plain);
}

/** Whether a thing is to be opened that is named and not called a card, whatever it is: a safe, a samsung, a fillet. */
function namesOtherThing(plain: string): boolean {
  return !tells.cardNamed.test(plain) && !/\p{Script=Han}/u.test(plain) && tells.thingNamed.test(plain);
}

/** Whether something is to be opened that is not said to be a card, where no word order tells what it is. */
function opensNoCard(plain: string): boolean {
  if (tells.cardNamed.test(plain) || !/\p{Script=Han}/u.test(plain)) return false;
  return tells.opening.test(plain) && !tells.asked.test(plain) && !isPlainRequest(plain);
}

/** Whether a loss, a theft or a fraud is told of, which leads away from everything else. */
export function reportsLoss(plain: string): boolean {
  return reportsOnce(plain);
}

const reportsOnce = readOnce((plain) => tells.losses.test(plain.replace(tells.harmless, ' ')));

/** Whether it is told that a loss is over, or was none. */
export function overcomesLoss(plain: string): boolean {
  return tells.overcome.test(plain);
}

/**
 * Whether a text names a loss, a theft, a fraud or a wish to freeze. A text can be like a report and name none of them.
 */
export function namesReport(plain: string): boolean {
  return reportsLoss(plain) || tells.freezes.test(plain);
}
