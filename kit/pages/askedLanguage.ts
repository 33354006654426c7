import type { Request } from 'restify';
import { Language } from '../language.ts';

/** The language that the address names, `/?language=zh-Hant`: a bank's page knows its reader. */
export function askedLanguage(request: Request): Language | undefined {
  return Language.safeParse(new URLSearchParams(request.getQuery()).get('language')).data;
}
