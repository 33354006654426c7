import * as z from 'zod';

/** The written languages of conversations, as BCP 47 tags (RFC 5646). */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The tag with a region for each language, as other software expects it. */
export const regionalTags: Record<Language, string> = {
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  en: 'en-US',
};
