/** How long a transaction password is, before its name. */
export const passwordLength = {
  usual: '六位',
  one: '{{shortest}} 位',
  several: '{{shortest}} 至 {{longest}} 位',
  digits: '{{shortest}} 至 {{longest}}',
};
