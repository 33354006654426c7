import * as z from 'zod';

/** The written languages that the conversation is held in, as BCP 47 tags (RFC 5646). */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** Each language by its own name, as its readers look for it. */
export const languageNames: Record<Language, string> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};

/** Each language with a region, as other software knows it. */
export const regionalTags: Record<Language, string> = {
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  en: 'en-US',
};
