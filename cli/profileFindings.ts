import type { Config } from '../bot/config.ts';
import { countriesOf } from '../kit/phoneNumbers.ts';
import { CountryProfiles } from '../services/profiles/countryProfiles.ts';
import { ofCountries, type ProfileName, profiles, type SenderForm } from '../services/profiles/profiles.ts';
import { isName } from '../services/profiles/repliesCome.ts';
import type { Finding } from './finding.ts';

type Settings = Pick<Config, 'demo' | 'twilio' | 'profiles' | 'sending' | 'bankSenderAt'>;

/** The recipients of a profile's texts: a country, or the bank's own customers anywhere. */
type Place = { name: ProfileName; where: string; country: string | undefined };

/** Finds contradictions between a profile and the sender of texts. */
export function profileFindings({ demo, twilio, profiles: chosen, sending }: Settings): Finding[] {
  const from = twilio?.from;
  if (demo || from === undefined) return [];
  return placesOf(chosen, sending.countries).flatMap((place) =>
    ofSender[profiles[place.name].sender](from, place),
  );
}

/** The countries that messages may go to and that have rules of their own; all such countries where none are set. */
function placesOf(chosen: Settings['profiles'], destinations: ReadonlySet<string> | undefined): Place[] {
  const own = [...Object.keys(ofCountries), ...chosen.countries.keys()];
  const countries = destinations
    ? own.filter((country) => destinations.has(country))
    : [...chosen.countries.keys()];
  const table = new CountryProfiles({ ...chosen, bank: undefined });
  const named = [...new Set(countries)].map((country): Place => {
    const [name] = table.namesOf([country]);
    return { name, where: `${country} (${name})`, country };
  });
  const bank = chosen.bank;
  return bank === undefined || named.some(({ name }) => name === bank)
    ? named
    : [...named, { name: bank, where: `the bank's own (${bank})`, country: undefined }];
}

const service = (where: string, what: string): Finding => ({
  weight: 'look',
  what: `TWILIO_FROM: for ${where} the messaging service must have ${what}; that cannot be read from here`,
});
const unsafe = (where: string, what: string): Finding[] => [
  { weight: 'unsafe', what: `TWILIO_FROM: contradicts PROFILES for ${where}: ${what}` },
];
const isOfCountry = (from: string, country: string | undefined) =>
  country !== undefined && from.startsWith('+') && countriesOf(from).includes(country);

/** Checks a sender against the form that a profile demands. */
const ofSender: Readonly<Record<SenderForm, (from: string, place: Place) => Finding[]>> = {
  hashName(from, { where }) {
    if (from.startsWith('MG')) return [service(where, 'a registered name that begins with #')];
    return from.startsWith('#')
      ? []
      : unsafe(where, 'texts there come from a registered name that begins with #');
  },
  registered(from, { where, country }) {
    if (from.startsWith('MG')) return [service(where, 'a name or number that is registered there')];
    if (!isName(from) && !isOfCountry(from, country))
      return unsafe(where, 'a number of elsewhere is shown as a likely scam there, or blocked');
    if (isName(from) && from.replace('#', '').length < 3)
      return unsafe(where, 'a name there has 3 to 11 characters');
    return [
      { weight: 'look', what: `TWILIO_FROM: for ${where} it must be registered with the authority there` },
    ];
  },
  overwritten: (_, { where }) => [
    {
      weight: 'look',
      what: `TWILIO_FROM: for ${where} carriers put another number in its place, and restrict what banks may send from abroad: a sender of the country under MESSAGE_SENDER_URL is surer`,
    },
  ],
  any: (from, { where }) =>
    isName(from) ? unsafe(where, 'nobody can reply to a name, and texts there could ask for a reply') : [],
};
