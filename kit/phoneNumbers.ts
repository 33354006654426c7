import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** Stands in a list of countries for senders that are no telephone numbers: user ids, short codes, names. */
export const noNumber = 'noNumber';

/** Where messages may go: countries (ISO 3166, two letters), and `noNumber` where they may go to what is none. */
export type Destinations = ReadonlySet<string>;

/** Whether there are telephone numbers in a country of this name. */
export const isCountry: (name: string) => name is CountryCode = isSupportedCountry;

/**
 * The countries that a number (`+` and digits) can be of. None where it is of no country: a satellite telephone, or a
 * network of the whole world. More than one where several share a country code and the library does not know the number.
 */
export function countriesOf(number: string): readonly string[] {
  const parsed = parsePhoneNumberFromString(number);
  return parsed ? countriesOfParsed(parsed) : [];
}

/**
 * Whether a message may go to an address: a number of one of the countries that is not charged at a premium, or what is no
 * number where that is allowed.
 * @param destinations undefined for every country that there is
 */
export function mayReceive(address: string, destinations: Destinations | undefined): boolean {
  if (!/^\+\d+$/.test(address)) return destinations?.has(noNumber) ?? true;
  const parsed = parsePhoneNumberFromString(address);
  if (!parsed || parsed.getType() === 'PREMIUM_RATE') return false;
  return countriesOfParsed(parsed).some((country) => destinations?.has(country) ?? true);
}

function countriesOfParsed(parsed: PhoneNumber): readonly string[] {
  if (parsed.isNonGeographic()) return [];
  return parsed.country === undefined ? parsed.getPossibleCountries() : [parsed.country];
}
