/** What names a number, and the words between the name and the number; both are parts of patterns. */
export type Naming = { names: string; is: string };

/** Stands before a password. */
export const password: Naming = {
  names: '口令|密码',
  is: '是|系|为|改成|就是|改为',
};
/** Stands before the code on the back of a card. */
export const securityCode: Naming = {
  names: '安全码|校验码|后三位|背面三位',
  is: '是|为',
};
/** Stands before a telephone number. */
export const telephone: Naming = {
  names: '(?:手机|电话)(?: ?(?:号码?))?',
  is: '是|为',
};
/** Stands before a card's last four digits. */
export const lastFour: Naming = {
  names: '尾号|尾数|末四[码位]|后四位|最后四位',
  is: '是|为',
};

/** The code of a case that moves to another channel. */
export const caseCode = /续办码|代码/i;
export const card = /卡/i;
