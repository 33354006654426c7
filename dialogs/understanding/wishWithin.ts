import { patternOf } from '../../words/heard.ts';
import { guardOf, isAboutCard, namesUnfreezing, speaksOfOtherThings } from './guard.ts';
import type { Intent } from './intents.ts';
import { type Likely, ranked, scoresOf } from './scores.ts';

const beginnings = patternOf(({ wishParts }) => wishParts.beginnings);

/** Who tells a story says in one part of it what they want, as surely as one who says nothing else. */
const surely = 0.75;
/** As a whole this likely a report, it holds no wish to unfreeze. */
const mayReport = 0.2;
/** As a whole this likely a wish to unfreeze, it tells of the freeze in one part and asks for none. */
const likely = 0.5;
/** The parts that are read from the end, and from the beginning: a wish stands there, and not in the middle of a story. */
const mostParts = 24;

/**
 * The wish in a sentence that as a whole is like none: the last of its parts that is surely one, where the whole is about
 * a card. What must not be taken as unfreezing is not, wherever in the sentence it stands.
 */
export function wishWithin(plain: string): Likely | undefined {
  if (speaksOfOtherThings(plain)) return undefined;
  const aboutCard = isAboutCard(plain);
  for (const { part, clause, isLast } of partsOf(plain)) {
    const [likeliest] = ranked(scoresOf(part));
    if (likeliest === undefined || likeliest.confidence < surely) continue;
    const accepts = conditions[likeliest.intent];
    const { confidence } = likeliest;
    if (accepts?.({ part, clause, plain, aboutCard, isLast, confidence })) return likeliest;
  }
  return undefined;
}

/** Whether a part of a sentence surely asks to unfreeze a card, whatever else is told. */
export function asksToUnfreeze(plain: string): boolean {
  return partsOf(plain).some(
    ({ part, clause }) =>
      scoresOf(part).unfreeze >= surely && namesUnfreezing(part) && guardOf(clause) === undefined,
  );
}

type Part = { part: string; clause: string; isLast: boolean };
type Context = Part & { plain: string; aboutCard: boolean; confidence: number };

/** What must hold for a part to be what the customer wants. */
const conditions: Partial<Record<Intent, (context: Context) => boolean>> = {
  unfreeze: ({ part, clause, plain, aboutCard, confidence }) =>
    aboutCard &&
    namesUnfreezing(part) &&
    guardOf(plain, confidence) === undefined &&
    guardOf(clause) === undefined &&
    scoresOf(plain).freezeOrReport < mayReport,
  howToUnfreeze: ({ part, aboutCard }) => aboutCard && namesUnfreezing(part),
  cardStatus: ({ part }) => isAboutCard(part),
  freezeOrReport: ({ part, plain }) => isAboutCard(part) && scoresOf(plain).unfreeze < likely,
  agent: () => true,
  cancel: ({ isLast }) => isLast,
  deny: ({ isLast }) => isLast,
};

/** What is longer is a story of its own, and costs as much to understand as all of its parts. */
const longestWish = 200;

/** The clauses, and what stands in each from where a wish may begin; the last first, the longer before the shorter. */
function partsOf(plain: string): Part[] {
  const clauses = plain.split(/(?<=\?)|\|/).filter((clause) => clause !== '');
  const parts = clauses.toReversed().flatMap((clause, place) => {
    const pieces = clause.split(beginnings);
    const all = [
      ...endsOf(pieces),
      ...pieces
        .slice(0, -1)
        .map((piece) => piece.trim())
        .toReversed(),
    ];
    return [...new Set(all)].map((part) => ({ part, clause, isLast: place === 0 }));
  });
  const wishes = parts.filter(({ part }) => part !== plain && isOfAWishesLength(part));
  return wishes.length <= 2 * mostParts
    ? wishes
    : [...wishes.slice(0, mostParts), ...wishes.slice(-mostParts)];
}

/** What stands from a piece to the end of all, the longest first. */
function endsOf(pieces: readonly string[]): string[] {
  const ends: string[] = [];
  let end = '';
  for (const piece of pieces.toReversed()) {
    end = piece + end;
    if (end.length > longestWish) break;
    ends.unshift(end.trim());
  }
  return ends;
}

function isOfAWishesLength(part: string): boolean {
  if (part.length > longestWish) return false;
  return /\p{Script=Han}/u.test(part) ? part.length >= 4 : part.split(' ').length >= 3;
}
