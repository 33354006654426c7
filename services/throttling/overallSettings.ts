import * as z from 'zod';
import { wholeNumberSetting } from '../../kit/wholeNumberSetting.ts';
import type { Overall } from './overallLimit.ts';

const most = 1_000_000_000;

/** The settings for the limits over everybody; `.env.example` says what each is for. */
export const overallSettingsShape = {
  CARDS_ABOUT: wholeNumberSetting(1, 9_999_999_999).optional(),
  ORDINARY_QUERIES: wholeNumberSetting(1, most).optional(),
  ORDINARY_FAILURES: wholeNumberSetting(1, most).optional(),
};

export type OverallSettings = {
  /** The number of cards that the operator gave; undefined where the cards are counted. */
  cardsAbout: number | undefined;
  /** The limits that the operator has set, which then do not follow from the number of cards. */
  fixed: Partial<Overall>;
};

export function overallSettings(read: z.infer<z.ZodObject<typeof overallSettingsShape>>): OverallSettings {
  const { CARDS_ABOUT: cardsAbout, ORDINARY_QUERIES: queries, ORDINARY_FAILURES: failures } = read;
  return {
    cardsAbout,
    fixed: {
      ...(queries !== undefined && { cardStatusQueries: queries }),
      ...(failures !== undefined && { failedAttempts: failures }),
    },
  };
}

/** The limits where nothing is set. */
export const usualOverall: OverallSettings = overallSettings(z.object(overallSettingsShape).parse({}));
