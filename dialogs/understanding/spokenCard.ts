import { plainText } from './plainText.ts';

const longest = 100;
const spokenCard =
  /\b(?:it|that card|this card|that one|this one|the card|same card|still|again)\b|[它佢]|(?:这|那|呢|嗰)张|刚才|刚刚|头先|再(?:查|看|睇)|(?:还|仲|依然|仍)(?:是|系|被|冻|锁)|同一张/;
const another = /\b(?:other|another|different|new|second)\b|另|别的|其他|第二张|换/;

/** Whether a question about a card's status means the card that was just spoken of, and no other. */
export function meansSpokenCard(text: string): boolean {
  if (text.length > longest) return false;
  const plain = plainText(text);
  return spokenCard.test(plain) && !another.test(plain);
}
