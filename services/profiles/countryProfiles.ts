import { countriesOf } from '../../kit/phoneNumbers.ts';
import type { ProfileSettings } from './profileSettings.ts';
import { ofCountries, type Profile, type ProfileName, profiles, type Signature } from './profiles.ts';

/** The forms of a signature, from the one that shows least to the one that shows most. */
const signatures: readonly Signature[] = ['ifGiven', 'always', 'inBrackets'];

/**
 * Chooses the profile for a customer: that of their number's country and, if it is set, the one of the bank's own
 * country. Of the two the stricter rule counts, row by row.
 */
export class CountryProfiles {
  readonly #settings: ProfileSettings;

  constructor(settings: ProfileSettings) {
    this.#settings = settings;
  }

  /** The profile for a number. @param phone `+` and digits */
  of(phone: string): Profile {
    return this.namesOf(countriesOf(phone))
      .map((name): Profile => profiles[name])
      .reduce(strictest);
  }

  /** The names of all profiles that apply to a number that can be of these countries; `other` where it is of none. */
  namesOf(countries: readonly string[]): [ProfileName, ...ProfileName[]] {
    const { bank, countries: given } = this.#settings;
    const [first = 'other', ...more] = countries.map(
      (country) =>
        given.get(country) ??
        (Object.hasOwn(ofCountries, country) ? ofCountries[country] : 'other') ??
        'other',
    );
    return [first, ...more, ...(bank === undefined ? [] : [bank])];
  }
}

/**
 * Combines two profiles: a thing is allowed only if both allow it and demanded if either does. The sender's form and
 * the quiet hours are those of the customer's country.
 */
function strictest(one: Profile, other: Profile): Profile {
  return {
    address: one.address && other.address,
    reply: one.reply && other.reply,
    sender: one.sender,
    signature:
      signatures[Math.max(signatures.indexOf(one.signature), signatures.indexOf(other.signature))] ??
      one.signature,
    quiet: one.quiet ?? other.quiet,
    consent: one.consent || other.consent,
  };
}
