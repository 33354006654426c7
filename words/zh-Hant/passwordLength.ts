import type { passwordLength as source } from '../zh-Hans/passwordLength.ts';

export const passwordLength: Record<keyof typeof source, string> = {
  usual: '六位數',
  one: '{{shortest}} 位數',
  several: '{{shortest}} 至 {{longest}} 位數',
  digits: '{{shortest}} 至 {{longest}}',
};
