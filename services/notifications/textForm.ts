import { regionOfPhone, type WordingRegion } from '../../kit/wordingRegion.ts';
import type { CountryProfiles } from '../profiles/countryProfiles.ts';
import type { Profile } from '../profiles/profiles.ts';

/** The rules for texts to one telephone: what they may hold, and what they must. */
export type TextForm = Pick<Profile, 'address' | 'reply' | 'signature'> & {
  place?: WordingRegion | undefined;
};

/** The rules for texts to customers' registered phones. */
export class TextForms {
  readonly #profiles: CountryProfiles;
  readonly #repliesCome: boolean;

  /** @param parts `repliesCome`: whether a reply to what is sent reaches the bot at all */
  constructor({ profiles, repliesCome }: { profiles: CountryProfiles; repliesCome: boolean }) {
    this.#profiles = profiles;
    this.#repliesCome = repliesCome;
  }

  /** @param phone `+` and digits */
  profileOf(phone: string): Profile {
    return this.#profiles.of(phone);
  }

  of(phone: string): TextForm {
    const { address, reply, signature } = this.profileOf(phone);
    return { address, reply: reply && this.#repliesCome, signature, place: regionOfPhone(phone) };
  }
}
