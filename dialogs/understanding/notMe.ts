import { plainText } from './plainText.ts';
import { understand } from './understand.ts';

/** All that counts as "that was not me", as `plainText` leaves it: never a part of another sentence. */
const denials: ReadonlySet<string> = new Set([
  'not me',
  'not by me',
  'wasnt me',
  'was not me',
  'it wasnt me',
  'it was not me',
  'that wasnt me',
  'that was not me',
  'this wasnt me',
  'this was not me',
  'its not me',
  'thats not me',
  'i didnt do it',
  'i didnt do this',
  'i didnt do that',
  'i did not do it',
  'i did not do this',
  'i did not do that',
  'i didnt unfreeze it',
  'i didnt unfreeze my card',
  'i didnt unfreeze this card',
  'i did not unfreeze it',
  'i did not unfreeze my card',
  'i did not unfreeze this card',
  '不是我',
  '这不是我',
  '那不是我',
  '不是我本人',
  '不是本人',
  '非本人',
  '非本人操作',
  '不是本人操作',
  '不是我操作',
  '不是我操作的',
  '不是我做的',
  '不是我弄的',
  '不是我解的',
  '不是我解冻的',
  '我没解冻',
  '我没有解冻',
  '我没有解冻过',
  '我没有解冻卡片',
  '我没有解冻我的卡',
  '唔系我',
  '唔系我本人',
  '唔系我做嘅',
  '唔系我解嘅',
  '唔系我解冻嘅',
  '唔系本人',
  '我冇解冻',
  '我冇解冻过',
]);

/** What people cry out before and after it, carriers' keywords among it. */
const outcries: ReadonlySet<string> = new Set([
  ...[
    'stop',
    'stopall',
    'unsubscribe',
    'help',
    'no',
    'wait',
    'hey',
    'hi',
    'hello',
    'please',
    'urgent',
    'now',
  ],
  ...['停', '停止', '退订', '不', '不对', '等等', '救命', '喂', '您好', '你好', '请', '快', '唔该'],
  ...['freeze it', 'freeze my card', 'freeze the card', 'block it', 'block my card', 'block the card'],
]);

/** A receipt is answered shortly; a long text is a story, and more work than a flood may cause. */
const longest = 200;
const mostWords = 6;

/**
 * Whether a message is what the receipt of an unfreezing asks to be answered with where it was somebody else. No
 * classifier decides this: it freezes cards, and must do so for these words and for no others. Beside them may stand
 * outcries and what asks for a freeze as well; anything else makes another sentence of it.
 */
export function isDisowning(text: string): boolean {
  if (text.length > longest) return false;
  const clauses = plainText(text).split('|').map(clauseOf);
  if (!clauses.some(({ denies }) => denies)) return false;
  return clauses.every(({ isCry, words }) => isCry || understand(words).intent === 'freezeOrReport');
}

/** A clause, whether denials and outcries are all that it is made of, and whether it denies. */
type Clause = { words: string; isCry: boolean; denies: boolean };

/** Takes the longest known words again and again, and never goes back: long texts cost no more for it. */
function clauseOf(words: string): Clause {
  const rest = words.split(' ');
  let denies = false;
  while (rest.length > 0) {
    const length = lengthOfKnown(rest);
    if (length === 0) return { words, isCry: false, denies: false };
    const known = rest.splice(0, length).join(' ');
    denies ||= denials.has(known);
  }
  return { words, isCry: true, denies };
}

function lengthOfKnown(words: readonly string[]): number {
  for (let length = Math.min(mostWords, words.length); length > 0; length--) {
    const known = words.slice(0, length).join(' ');
    if (denials.has(known) || outcries.has(known)) return length;
  }
  return 0;
}
