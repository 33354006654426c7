/** What a caller takes in at once: after so many seconds of speech the line is silent and listens. */
export const longestBreath = 8;

const englishWordsASecond = 165 / 60;
const chineseSignsASecond = 4.5;

const chineseSign = /[\p{Script=Han}\p{Script=Bopomofo}]/u;
const heardAsSigns = /[\p{Script=Han}\p{Script=Bopomofo}\d]/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** Digits that stand together are heard one by one. */
const digitInRun = /\d(?=\d\d)|(?<=\d\d)\d|(?<=\d)\d(?=\d)/g;

/** How long it takes to say, in seconds: at 165 English words a minute or 4.5 Chinese characters a second. */
export function secondsToSay(text: string): number {
  if (!chineseSign.test(text)) return counted(text.replace(digitInRun, '$& '), word) / englishWordsASecond;
  const foreignWords = counted(text.replace(heardAsSigns, ' '), word);
  return counted(text, heardAsSigns) / chineseSignsASecond + foreignWords / englishWordsASecond;
}

/**
 * What is to be said, in breaths. What stands in one unit is kept together where it can be, as a question and its keys
 * are; a unit that is too long by itself is parted between its sentences.
 */
export function inBreaths<Saying extends { text: string }>(
  units: readonly (readonly Saying[])[],
): Saying[][] {
  const breaths: Saying[][] = [];
  for (const piece of units.flatMap((unit) => (fits(unit) ? [unit] : parted(unit)))) {
    const last = breaths.at(-1);
    if (last && fits([...last, ...piece])) last.push(...piece);
    else breaths.push([...piece]);
  }
  return breaths.length > 0 ? breaths : [[]];
}

function parted<Saying extends { text: string }>(unit: readonly Saying[]): Saying[][] {
  return unit.flatMap((saying) =>
    fits([saying]) ? [[saying]] : sentencesOf(saying.text).map((text) => [{ ...saying, text }]),
  );
}

/** Parts a text into sentences, and a sentence that is too long into its clauses. */
function sentencesOf(text: string): string[] {
  const sentences = text.split(/(?<=[。！？])|(?<=[.!?;])\s+/u).filter(Boolean);
  return sentences.flatMap((sentence) =>
    secondsToSay(sentence) <= longestBreath ? [sentence] : sentence.split(/(?<=[，；：、])|(?<=[,:])\s+/u),
  );
}

function fits(sayings: readonly { text: string }[]): boolean {
  return sayings.reduce((sum, { text }) => sum + secondsToSay(text), 0) <= longestBreath;
}

function counted(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
