import * as z from 'zod';

/** What a customer can want, by stable names that analytics rely on. */
export const Intent = z.enum([
  'cardStatus',
  'unfreeze',
  'howToUnfreeze',
  'freezeOrReport',
  'agent',
  'cancel',
  'startOver',
  'goBack',
  'repeat',
  'help',
  'whyAsked',
  'changeLanguage',
  'affirm',
  'deny',
  'greet',
  'thanks',
  'none',
]);
export type Intent = z.infer<typeof Intent>;
