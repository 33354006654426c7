import { countriesOf } from '../../kit/phoneNumbers.ts';
import type { ProfileSettings } from './profileSettings.ts';
import { ofCountries, type Profile, type ProfileName, profiles, type Signature } from './profiles.ts';

/** From the one that says least to the one that says most. */
const signatures: readonly Signature[] = ['ifGiven', 'always', 'inBrackets'];

/**
 * Which profile counts for a customer: that of their registered number's country, and beside it the bank's own, where the
 * bank stands under the rules of a country whatever its customers' numbers are. Of two the stricter counts, row by row.
 */
export class CountryProfiles {
  readonly #settings: ProfileSettings;

  constructor(settings: ProfileSettings) {
    this.#settings = settings;
  }

  /** @param phone `+` and digits */
  of(phone: string): Profile {
    return this.namesOf(countriesOf(phone))
      .map((name): Profile => profiles[name])
      .reduce(strictest);
  }

  /** The names of all that count where a number can be of these countries; `other` where it is of none. */
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

/** What both allow, and what either demands; the sender's form and the clock are those of the customer's country. */
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
