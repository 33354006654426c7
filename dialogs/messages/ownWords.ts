import { languages } from '../../kit/language.ts';
import { catalogue } from './catalogue/index.ts';

/** A sentence of the catalogue as a pattern: whatever stands in its places may be a fact. */
function pattern(sentence: string): string {
  return sentence
    .trim()
    .split(/\{\{\w+\}\}/)
    .map(RegExp.escape)
    .join('.{0,80}?');
}

/** Labels, words of a form and parts of sentences are what customers may well say themselves. */
const sentences = Object.entries(catalogue)
  .filter(([id]) => !/^(choice|reason|form|agent\.by)/.test(id))
  .flatMap(([, message]) => languages.map((language) => pattern(message[language].text)));
const ownWords = new RegExp(`^(?:${sentences.join('|')})$`, 'su');

/**
 * Whether somebody sends the bot its own words back: they hold "yes" and "unfreeze", and mean neither. What it asks is
 * about what came in; nothing that the bot says is decided by it.
 */
export function areOwnWords(text: string): boolean {
  return ownWords.test(text.slice(0, 500).trim());
}
