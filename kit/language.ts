import * as z from 'zod';

/** The written languages that the conversation is held in, as BCP 47 tags (RFC 5646). */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;
