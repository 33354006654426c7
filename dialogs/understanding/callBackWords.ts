import { plainText } from './plainText.ts';

const callBack =
  /\b(?:(?:call|ring|phone) (?:me|us)(?: back)?|call ?back|be called(?: back)?|return my call)\b|回电|回个?电话|覆返?电?(?:我|话)|打返?(?:俾|给)我|打(?:个|返)?电话(?:给|俾)我|(?:给|俾)我(?:打|回)(?:个)?电话/;

/** Whether who asks for a person would like to be called by one. */
export function wantsCall(text: string): boolean {
  return callBack.test(plainText(text));
}
