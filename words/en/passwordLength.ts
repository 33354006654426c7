import type { passwordLength as source } from '../zh-Hans/passwordLength.ts';

export const passwordLength: Record<keyof typeof source, string> = {
  usual: 'six-digit',
  one: '{{shortest}}-digit',
  several: '{{shortest}}- to {{longest}}-digit',
  digits: '{{shortest}} to {{longest}}',
};
