import { longestUtterance } from '../../kit/customerText.ts';
import { type Language, languages } from '../../kit/language.ts';

/** No fact in a sentence is longer. */
const longestFact = 80;

type Said = Readonly<Record<string, Readonly<Record<Language, { text: string }>>>>;

/**
 * The bot's own words, sent back to it: they hold "yes" and "unfreeze", and mean neither. What it asks is about what came
 * in; nothing that the bot says is decided by it.
 */
export class OwnWords {
  /**
   * Each sentence as what stands around its facts, by the sign that it begins with, so that few of them are looked at; by
   * none where a fact comes first.
   */
  readonly #byFirstSign: ReadonlyMap<string, string[][]>;

  constructor(said: Said) {
    // Labels, words of a form and parts of sentences are what customers may well say themselves.
    const sentences = Object.entries(said)
      .filter(([id]) => !/^(choice|reason|form|result|agent\.by)|\.name$/.test(id))
      .flatMap(([, message]) =>
        languages.map((language) => message[language].text.trim().split(/\{\{\w+\}\}/)),
      );
    this.#byFirstSign = Map.groupBy(sentences, ([first = '']) => first.slice(0, 1));
  }

  are(text: string): boolean {
    const said = text.slice(0, longestUtterance).trim();
    const likely = [...(this.#byFirstSign.get(said.slice(0, 1)) ?? []), ...(this.#byFirstSign.get('') ?? [])];
    return likely.some((aroundFacts) => isSentence(said, aroundFacts));
  }
}

/** Looked for piece by piece: a pattern with several open places tries each end of a fact with each of the next. */
function isSentence(said: string, [first = '', ...pieces]: readonly string[]): boolean {
  if (!said.startsWith(first)) return false;
  let end = first.length;
  for (const [place, piece] of pieces.entries()) {
    const isLast = place === pieces.length - 1;
    const found = isLast && said.endsWith(piece) ? said.length - piece.length : said.indexOf(piece, end);
    if (found < end || found > end + longestFact) return false;
    end = found + piece.length;
  }
  return end === said.length;
}
