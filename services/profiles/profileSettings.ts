import * as z from 'zod';
import { isCountry } from '../../kit/phoneNumbers.ts';
import { type ProfileName, profileNames } from './profiles.ts';

/** The profiles that a bank has chosen, other than those of its customers' numbers. */
export type ProfileSettings = {
  /** The profile of the bank's own country, which applies to every customer too. */
  bank: ProfileName | undefined;
  /** The countries for which the bank has chosen another profile. */
  countries: ReadonlyMap<string, ProfileName>;
};

/** The default: each customer has the profile of their number. */
export const usualProfiles: ProfileSettings = { bank: undefined, countries: new Map() };

const isProfile = (name: string): name is ProfileName => profileNames.some((one) => one === name);

/** The setting that chooses profiles; `.env.example` says what it is for. */
export const profileSettingsShape = {
  PROFILES: z
    .string()
    .default('')
    .transform((list, context): ProfileSettings => {
      const words = list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean);
      const read = words.map(readOne);
      for (const [place, one] of read.entries())
        if (one === undefined)
          context.addIssue({
            code: 'custom',
            message: `“${words[place]}” is neither one of the profiles ${profileNames.join(', ')} nor a country (two letters, ISO 3166) with one behind it, MO:hk`,
          });
      const known = read.filter((one) => one !== undefined);
      const banks = known.filter(({ country }) => country === undefined);
      if (banks.length > 1)
        context.addIssue({ code: 'custom', message: 'names more than one profile as the bank’s own' });
      const named = known.flatMap(({ country, profile }) =>
        country === undefined ? [] : [[country, profile] as const],
      );
      const countries = new Map(named);
      if (countries.size < named.length)
        context.addIssue({ code: 'custom', message: 'names a country twice' });
      return { bank: banks[0]?.profile, countries };
    }),
};

function readOne(word: string): { country?: string; profile: ProfileName } | undefined {
  if (isProfile(word)) return { profile: word };
  const [country = '', profile = '', ...more] = word.split(':');
  return more.length === 0 && isCountry(country) && isProfile(profile) ? { country, profile } : undefined;
}
