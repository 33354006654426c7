import type { Naming } from '../../zh-Hans/heard/secrets.ts';

/** Stands before a password. */
export const password: Naming = {
  names: '密碼',
  is: '係|為|改為',
};
/** Stands before the code on the back of a card. */
export const securityCode: Naming = {
  names: '安全碼|校驗碼|後三碼',
  is: '係|為',
};
/** Stands before a telephone number. */
export const telephone: Naming = {
  names: '(?:手機|電話)(?: ?(?:號碼?))?',
  is: '係|為',
};
/** Stands before a card's last four digits. */
export const lastFour: Naming = {
  names: '尾號|尾數|末四碼|後四[碼位]|最後四位',
  is: '係|為',
};

/** The code of a case that moves to another channel. */
export const caseCode = /續辦碼|代碼/i;
export const card = /卡/i;
