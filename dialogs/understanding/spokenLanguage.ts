import traditionalForms from 'opencc-js/dict/STCharacters';
import { normalText, readPart } from '../../kit/customerText.ts';
import type { Language } from '../../kit/language.ts';
import { heardIn } from '../../words/heard.ts';
import { toSimplified } from './simplified.ts';

const ofBothScripts = new Set(heardIn('zh-Hans').languages.ofBothScripts);
const onlySimplified = new Set(
  traditionalForms.split('|').flatMap((pair) => {
    const [simple = '', traditional] = pair.split(' ');
    return simple === traditional || toSimplified.has(simple) || ofBothScripts.has(simple) ? [] : [simple];
  }),
);

const traditionalHint = heardIn('zh-Hant').languages.hint;
const alsoSimplified = new Set(heardIn('zh-Hant').languages.ofBothScripts);
const onlyTraditional = (character: string) => toSimplified.has(character) && !alsoSimplified.has(character);

const pinyin = heardIn('zh-Hans').languages.latin;
const english = heardIn('en').languages.latin;
const otherLatin =
  /^(mi|el|la|los|las|una|un|por|para|que|esta|tarjeta|hola|gracias|quiero|puedo|como|bloqueada|si|ayuda|le|les|des|est|ma|mon|je|vous|carte|bonjour|merci|bloquee|pas|ne|avec|pourquoi|comment|der|die|das|ist|nicht|meine|mein|ich|karte|gesperrt|bitte|danke|und|wie|warum|guten|o|os|meu|minha|cartao|nao|esta|obrigado|bloqueado|il|mia|carta|e|bloccata|grazie|ciao|perche|non|saya|kartu|tidak|bisa|tolong|terima|kasih|kad|apa|cua|toi|the|bi|khong|the|ang|ko|ng|hindi|po|salamat|kart|kartim|neden|jest|moja|karta|dlaczego|mijn|kaart|niet|waarom|hoe)$/;

/**
 * The language of an utterance; nothing where it is in none of the three, or has no words at all. Characters that
 * only one Chinese script has decide; where there are none, words of Cantonese and Taiwan do, then simplified.
 */
export function spokenLanguage(text: string): Language | undefined {
  const typed = plainly(text);
  const { characters, words } = read(typed);
  const strange = typed.match(/[\p{L}--\p{Script=Han}--\p{Script=Latin}]+/gv) ?? [];
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(typed)) return undefined;
  if (isChinese({ characters, words })) return script(typed, characters) ?? 'zh-Hans';
  if (strange.join('').length > words.join('').length) return undefined;
  return words.length === 0 ? undefined : latin(words);
}

/** A language to answer in; `certain` where a sentence leaves no doubt, else only likely. */
export type Written = { language: Language; certain: boolean };

/** The one language that a text can be in. Nothing where it could be several: `OK` and 好的 are of more than one. */
export function writtenLanguage(text: string): Written | undefined {
  const language = spokenLanguage(text);
  const typed = plainly(text);
  const { characters, words } = read(typed);
  if (language === undefined) return undefined;
  if (isChinese({ characters, words })) {
    return script(typed, characters) && { language, certain: characters.length >= 4 };
  }
  const { length } = words.filter((word) => word.length > 1);
  return length > 1 ? { language, certain: length > 2 } : undefined;
}

/** Whether a text has words, and those of a language that is not spoken here. */
export function isForeign(text: string): boolean {
  return /\p{L}/u.test(text) && spokenLanguage(text) === undefined;
}

/** The language to print for an utterance in none of the three. */
export function nearestSpoken(text: string): Language {
  const typed = readPart(text);
  const characters = typed.match(/\p{Script=Han}/gu);
  return spokenLanguage(typed) ?? (characters ? (script(typed, characters) ?? 'zh-Hans') : 'en');
}

type Read = { characters: readonly string[]; words: readonly string[] };

function plainly(text: string): string {
  return normalText(text)
    .replace(/\p{Cf}/gu, '')
    .toLowerCase();
}

function read(typed: string): Read {
  return {
    characters: typed.match(/\p{Script=Han}/gu) ?? [],
    words: typed.replace(/['’]/g, '').match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu) ?? [],
  };
}

function isChinese({ characters, words }: Read): boolean {
  return characters.length > 0 && characters.length >= words.length;
}

/** The script of a text; undefined where it can be both. */
function script(text: string, characters: readonly string[]): Language | undefined {
  const simple = characters.filter((character) => onlySimplified.has(character)).length;
  const traditional = characters.filter(onlyTraditional).length;
  if (simple !== traditional) return simple > traditional ? 'zh-Hans' : 'zh-Hant';
  return text.match(traditionalHint) ? 'zh-Hant' : undefined;
}

function latin(words: readonly string[]): Language | undefined {
  const share = (known: RegExp) => words.filter((word) => known.test(word)).length / words.length;
  const toneless = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
  const chinese = toneless.filter((word) => pinyin.test(word)).length / words.length;
  if (chinese >= 0.5 && chinese > share(english)) return 'zh-Hans';
  const foreign = words.filter((word) => otherLatin.test(word) || /[^a-z]/.test(word)).length / words.length;
  return words.length > 1 && foreign > 0.3 && foreign > share(english) ? undefined : 'en';
}
