import { rowsOf, type YesPart } from '../../words/heard.ts';
import { simplified } from './simplified.ts';

/** What stands in two groups is of the first. */
const order: readonly YesPart[] = [
  ...(['yes', 'wish', 'mine', 'haste', 'please', 'thanks', 'beside', 'asks'] as const),
];

/** From each phrase, as `plainText` leaves it, to what it does. */
export const yesPhrases: ReadonlyMap<string, YesPart> = new Map(
  order
    .toReversed()
    .flatMap((part) =>
      rowsOf((heard) => heard.yes.yes[part]).map((phrase) => [simplified(phrase), part] as const),
    ),
);

export const noYes = rowsOf((heard) => heard.yes.noYes);

export const yesPictures = /[👍👌✅☑✔🆗]/gu;
/** Pictures that change nothing beside a yes; any other may mock it. */
export const kindPictures = /[🙏😊🙂😀😁😄😃☺❤💪✨🎉]/gu;
