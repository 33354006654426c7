import * as z from 'zod';
import { type Destinations, isCountry, noNumber } from './phoneNumbers.ts';
import { wholeNumberSetting } from './wholeNumberSetting.ts';

const atMost = (usual: number) => wholeNumberSetting(1, 1_000_000).default(usual);

/** The settings for what may be sent, and where; `.env.example` says what each is for. */
export const sendingSettingsShape = {
  MESSAGE_COUNTRIES: z
    .string()
    .transform((list) => new Set(list.split(',').map((one) => one.trim())))
    .refine(
      (names) => [...names].every((name) => name === noNumber || isCountry(name)),
      `must be countries of two letters (ISO 3166) or ${noNumber}, with commas between`,
    )
    .optional(),
  ANSWERS_A_MINUTE: atMost(10),
  ANSWERS_A_DAY: atMost(60),
  LINKS_A_DAY: atMost(5),
  MESSAGES_A_DAY: wholeNumberSetting(1, 1_000_000_000).optional(),
};

export type SendingSettings = {
  /** The countries that messages may go to; undefined where they are those of the registered customers. */
  countries: Destinations | undefined;
  /** The most answers a minute to one number. */
  answersAMinute: number;
  answersADay: number;
  /** The most links a day to one customer. */
  linksADay: number;
  /**
   * The most messages a day to all customers; undefined where the limit follows from the busiest day of the last four
   * weeks.
   */
  messagesADay: number | undefined;
};

export function sendingSettings(read: z.infer<z.ZodObject<typeof sendingSettingsShape>>): SendingSettings {
  return {
    countries: read.MESSAGE_COUNTRIES,
    answersAMinute: read.ANSWERS_A_MINUTE,
    answersADay: read.ANSWERS_A_DAY,
    linksADay: read.LINKS_A_DAY,
    messagesADay: read.MESSAGES_A_DAY,
  };
}

/** The settings where nothing is set. */
export const usualSending: SendingSettings = sendingSettings(z.object(sendingSettingsShape).parse({}));
