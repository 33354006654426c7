import type { Request } from 'restify';
import { Language } from '../language.ts';

/** The language that a bank's page names in the address, such as `/?language=zh-Hant`, because it knows its reader. */
export function askedLanguage(request: Request): Language | undefined {
  return Language.safeParse(new URLSearchParams(request.getQuery()).get('language')).data;
}
