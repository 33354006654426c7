import { either, raw } from '../../../kit/pattern.ts';

/** What a wish begins with, where no sign parts it from the story before it. */
export const beginnings = new RegExp(
  raw`(?<= )(?=${either(raw`
  please | pls | kindly | just | so | but | and | because | can (?:you|i) | could (?:you|i) | would you | will you |
  i want | id like | id love | i would like | i need | i wish | im ready
`)} )`,
);

/** What is called a card, and nothing that only belongs to one. */
export const card = /\b(?:cards?|crad|visa|mastercard|plastic|accounts?)\b/;
