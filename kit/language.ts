import * as z from 'zod';

/** The written languages of conversations, as BCP 47 tags (RFC 5646). */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The name of each language in that language, as its readers look for it. */
export const languageNames: Record<Language, string> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};

/** The tag with a region for each language, as other software expects it. */
export const regionalTags: Record<Language, string> = {
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  en: 'en-US',
};
