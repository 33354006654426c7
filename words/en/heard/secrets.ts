import type { Naming } from '../../zh-Hans/heard/secrets.ts';

/** Stands before a password. */
export const password: Naming = {
  names: String.raw`(?:password|passcode|passwd|pwd|\bpin)(?: (?:number|code))?`,
  is: 'is|was|are|be',
};
/** Stands before the code on the back of a card. */
export const securityCode: Naming = {
  names: String.raw`\bcvv2?|\bcvc2?|\bcvn2?|\bcsc|security code|(?:code|number|digits) (?:on|from) the back(?: of (?:my|the) card)?`,
  is: 'is',
};
/** Stands before a telephone number. */
export const telephone: Naming = {
  names: String.raw`(?:phone|mobile|tel|telephone|call me|whatsapp)(?: ?(?:number|no\.?))?`,
  is: 'is|on|at',
};
/** Stands before a card's last four digits. */
export const lastFour: Naming = {
  names: 'end(?:s|ing)?(?: (?:in|with))?|last (?:four|4)(?: digits)?|card',
  is: 'is|are',
};

/** The code of a case that moves to another channel. */
export const caseCode = /\bcode\b/i;
export const card = /\bcard\b/i;
