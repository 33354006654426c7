import * as z from 'zod';
import { type Checked, normalForm } from '../../../kit/checked.ts';
import { compact } from '../../../words/numbers/digits.ts';
import type { ItemRow } from './itemRow.ts';

/** The types of identity documents that a customer can have reserved. */
export const identityDocumentTypes = [
  'residentIdentityCard',
  'hongKongIdentityCard',
  'taiwanIdentityCard',
  'travelPermit',
  'passport',
] as const;

export const IdentityDocumentType = z.enum(identityDocumentTypes);
export type IdentityDocumentType = z.infer<typeof IdentityDocumentType>;

/**
 * The faults of a typed number. `lettered`: it begins with a letter, as all documents but the resident identity card
 * do, but has none of their forms.
 */
export type IdentityDocumentProblem = 'length' | 'characters' | 'birthDate' | 'checkCharacter' | 'lettered';

export type IdentityDocumentCheck = Checked<IdentityDocumentProblem> & { type: IdentityDocumentType };

/** The item for the number of the customer's registered identity document. */
export const identityDocument = {
  check: checkIdentityDocument,
  problems: {
    empty: 'identityDocument.empty',
    length: 'identityDocument.length',
    characters: 'identityDocument.characters',
    birthDate: 'identityDocument.birthDate',
    checkCharacter: 'identityDocument.checkCharacter',
    lettered: 'identityDocument.lettered',
    telephone: 'identityDocument.telephone',
    cardNumber: 'identityDocument.cardNumber',
  },
  sentences: {
    ask: 'identityDocument.ask',
    help: 'identityDocument.help',
    why: 'identityDocument.why',
    where: 'aside.whereIdentityDocument',
    name: 'identityDocument.name',
    instructions: 'instructions.identityDocument',
    label: 'form.identityDocument.label',
    hint: 'form.identityDocument.hint',
  },
  field: { inputMode: 'text', autoCapitalize: 'characters', autoComplete: 'off' },
  lastMayBeX: true,
  isCheckedSlowly: false,
  isSecret: false,
  reservedAs: 'identityDocumentIndex',
} as const satisfies ItemRow<IdentityDocumentProblem>;

/** The number of an identity document, however it was typed; the result is its normal form. */
export const IdentityDocumentNumber = normalForm(checkIdentityDocument);

/**
 * Recognises the type of an identity document by the form of its number, checks it, and returns its normal form: ASCII,
 * capitals, no spaces, dashes or brackets.
 */
export function checkIdentityDocument(typed: string): IdentityDocumentCheck {
  const number = compact(typed)
    .toUpperCase()
    .replace(/[()[\]/]/g, '');
  if (isLettered(number)) return { problem: 'lettered', type: 'passport', count: number.length };
  const type = recogniseType(number);
  const problem = checks[type](number);
  return problem === undefined ? { type, value: number } : { problem, type, count: number.length };
}

const shorterForms = [
  /^[HM](\d{8}|\d{10})$/,
  /^[A-Z][1289A-D]\d{8}$/,
  /^[A-Z]{1,2}\d{6}[\dA]$/,
  /^[A-Z]{1,2}\d{7}$/,
  /^[A-Z]\d{8}$/,
];

/** Whether the text begins like one of the shorter documents, all of which begin with a letter, but is none of them. */
function isLettered(number: string): boolean {
  return /^[A-Z].{1,12}$/.test(number) && !shorterForms.some((form) => form.test(number));
}

/** A number without the form of a shorter document counts as a resident identity card, the usual document. */
function recogniseType(number: string): IdentityDocumentType {
  if (/^[HM](\d{8}|\d{10})$/.test(number) || /^\d{8}$/.test(number)) return 'travelPermit';
  if (/^[A-Z][1289A-D]\d{8}$/.test(number)) return 'taiwanIdentityCard';
  if (/^[A-Z]{1,2}\d{6}[\dA]$/.test(number) && passesHongKongCheck(number)) return 'hongKongIdentityCard';
  if (/^[A-Z]{1,2}\d{7}$/.test(number) || /^[A-Z]\d{8}$/.test(number)) return 'passport';
  if (/^[A-Z]{1,2}\d{6}A$/.test(number)) return 'hongKongIdentityCard';
  return 'residentIdentityCard';
}

const checks: Record<IdentityDocumentType, (number: string) => IdentityDocumentProblem | undefined> = {
  residentIdentityCard: checkResidentIdentityCard,
  hongKongIdentityCard: (number) => (passesHongKongCheck(number) ? undefined : 'checkCharacter'),
  taiwanIdentityCard: (number) => (passesTaiwanCheck(number) ? undefined : 'checkCharacter'),
  travelPermit: () => undefined,
  passport: () => undefined,
};

/** Of the 17 digits, by ISO 7064 MOD 11-2. */
const residentWeights = Array.from({ length: 17 }, (_, place) => 2 ** (17 - place) % 11);

/** GB 11643: 17 digits that contain a birth date, and a check character by ISO 7064 MOD 11-2. */
function checkResidentIdentityCard(number: string): IdentityDocumentProblem | undefined {
  if (number.length !== 18) return 'length';
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return 'characters';
  const date = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) return 'birthDate';
  const sum = residentWeights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return '10X98765432'[sum % 11] === number[17] ? undefined : 'checkCharacter';
}

/**
 * Hong Kong: letters count from 10 (A) to 35 (Z), a missing first letter 36; the weighted sum must be a multiple of 11.
 */
function passesHongKongCheck(number: string): boolean {
  const values = [...number].map((character) => Number.parseInt(character, 36));
  const last = values.pop() ?? 0;
  if (values.length === 7) values.unshift(36);
  const sum = values.reduce((total, value, place) => total + value * (9 - place), last);
  return values.length === 8 && sum % 11 === 0;
}

const taiwanLetters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** Taiwan: the letter stands for a number from 10 to 35 in its own order; the weighted sum must be a multiple of 10. */
function passesTaiwanCheck(number: string): boolean {
  const letterValue = (character: string) => taiwanLetters.indexOf(character) + 10;
  const first = letterValue(number[0] ?? '');
  const second = /\d/.test(number[1] ?? '') ? Number(number[1]) : letterValue(number[1] ?? '') % 10;
  const rest = [...number.slice(2)].map(Number);
  const digits = [Math.floor(first / 10), first % 10, second, ...rest];
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
  return digits.reduce((total, digit, place) => total + digit * (weights[place] ?? 0), 0) % 10 === 0;
}
