import * as z from 'zod';
import { type Language, languages } from '../kit/language.ts';

/** Invisible characters, and those that change the text beside them, such as the marks for the direction of writing. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The schema of a text of the bank's: one line of visible characters. */
function words(most: number) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .refine((text) => [...text].length <= most, `must have ${most} signs or fewer`)
    .refine((text) => !unseen.test(text), 'must have no control signs and no marks of the writing direction')
    .refine((text) => !/\{\{|\}\}|[<>]/.test(text), 'must have no braces and no angle brackets');
}

function inEachLanguage(most: number) {
  const shape = Object.fromEntries(languages.map((language) => [language, words(most)]));
  return z.strictObject(shape as Record<Language, ReturnType<typeof words>>);
}

const colour = z
  .string()
  .regex(/^#[\da-f]{6}$/i, 'must be a colour such as #0b3d5c')
  .transform((written) => written.toLowerCase());

const address = z.url({ protocol: /^https$/, error: 'must be an https address' }).max(200);

const drawing = z.string().regex(/^[\w./-]{1,200}\.svg$/, 'must be the path of an .svg file beside this one');

const sentence = z
  .string()
  .min(1, 'must not be empty')
  .max(400, 'must have 400 signs or fewer')
  .refine((text) => !unseen.test(text), 'must have no control signs and no marks of the writing direction')
  .refine((text) => !/[<>]/.test(text), 'must have no angle brackets');

const sentences = z.record(
  z.string(),
  z.union([sentence, z.strictObject({ text: sentence, speech: sentence })], {
    error: (issue) => reasonOf(issue.input),
  }),
);

/** The reason why a sentence is wrong, since zod's own message names neither of the union's two shapes. */
function reasonOf(input: unknown): string {
  const given = typeof input === 'object' && input !== null ? Object.values(input) : [input];
  const wrong = given.map((one) => sentence.safeParse(one).error?.issues[0]?.message).find(Boolean);
  return wrong ?? 'must be a sentence, or its text and its speech';
}

/** A brand file as a bank writes it; `docs/brand.md` says what each field is for. */
export const BrandWritten = z.strictObject({
  names: z.strictObject({
    bank: inEachLanguage(40),
    service: inEachLanguage(40).optional(),
    short: inEachLanguage(16).optional(),
  }),
  colours: z
    .strictObject({
      header: colour,
      action: colour.optional(),
      ground: colour.optional(),
      ink: colour.optional(),
    })
    .optional(),
  corners: z.number().int().min(0).max(24).optional(),
  fonts: z
    .array(z.string().regex(/^[\w -]{1,40}$/, 'must be names of fonts, of letters, digits and blanks'))
    .max(6)
    .optional(),
  logo: drawing.optional(),
  logoDark: drawing.optional(),
  icon: drawing.optional(),
  legal: z
    .strictObject({ privacy: address.optional(), terms: address.optional(), complaint: address.optional() })
    .optional(),
  helpLine: z
    .string()
    .regex(
      /^(?:\+[1-9]|\d)(?:[ -]?\d){2,14}$/,
      'must be a telephone number such as +86 10 1234 5678 or 95566',
    )
    .optional(),
  genuine: inEachLanguage(160).optional(),
  sentences: z
    .strictObject(
      Object.fromEntries(languages.map((language) => [language, sentences.optional()])) as Record<
        Language,
        z.ZodOptional<typeof sentences>
      >,
    )
    .optional(),
});

/** The part of the file that can be checked alone, whatever is wrong with the rest. */
export const Coloured = BrandWritten.pick({ colours: true }).strip();
export const Drawings = BrandWritten.pick({ logo: true, logoDark: true, icon: true }).strip();
