import * as z from 'zod';

/** Questions beside the matter, which are answered without leaving it. */
const asides = [
  'howLong',
  'isItSafe',
  'whatNeeded',
  'where',
  'whichDocument',
  'forgotten',
  'whatFrozenMeans',
] as const;
export type Aside = (typeof asides)[number];

/**
 * What customers say in passing, by stable names:
 * - the asides
 * - `otherCard`: another card is meant than the one that was named
 * - `link`, `linkMissing`, `aboutLink`: a link is wanted, has not come, is refused or told of
 * - `move`, `code`, `haveCode`: wants to go on in another channel, a code for that, has one
 */
export const Passing = z.enum([
  ...asides,
  ...(['otherCard', 'link', 'linkMissing', 'aboutLink', 'move', 'code', 'haveCode'] as const),
]);
export type Passing = z.infer<typeof Passing>;

/** The aside that this is, if it is one. */
export function asideOf(passing: Passing | undefined): Aside | undefined {
  return asides.find((aside) => aside === passing);
}
