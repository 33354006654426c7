import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** The entry in a list of countries for senders without a telephone number: user ids, short codes, names. */
export const noNumber = 'noNumber';

/**
 * The countries (ISO 3166, two letters) that messages may be sent to; `noNumber` allows addresses that are no number.
 */
export type Destinations = ReadonlySet<string>;

/** Whether this is the code of a country with telephone numbers. */
export const isCountry: (name: string) => name is CountryCode = isSupportedCountry;

/**
 * The possible countries of a number (`+` and digits). There is none for a satellite telephone or a worldwide network;
 * there are several where countries share a code and the library does not know the number.
 */
export function countriesOf(number: string): readonly string[] {
  const parsed = parsePhoneNumberFromString(number);
  return parsed ? countriesOfParsed(parsed) : [];
}

/**
 * Whether a message may be sent to an address: a number in an allowed country that has no premium charge, or, where
 * allowed, an address that is no number.
 * @param destinations undefined allows every country
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
