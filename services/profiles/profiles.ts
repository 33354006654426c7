/** The form of a text's sender that a country demands; docs/profiles.md names the sources of all rules here. */
export type SenderForm =
  /** A telephone number, a messaging service or a name. */
  | 'any'
  /** A name after #, registered with the country's authority (Hong Kong). */
  | 'hashName'
  /** A name registered with the country's authority, or a number of that country (Singapore). */
  | 'registered'
  /** Any form, since the carriers replace it by a number of their own. */
  | 'overwritten';

/** The way a text must name its bank. */
export type Signature =
  /** With the short name, if the bank has set one. */
  | 'ifGiven'
  /** With the short name, otherwise the bank's name. */
  | 'always'
  /** The same, in 【】, in every language. */
  | 'inBrackets';

/** The hours in which nobody may be woken, in minutes of the local day. They may begin on the evening before. */
type QuietHours = { from: number; to: number; timeZone: string };

/** The rules of a country for texts to its telephones, and for what a bank may ask there. */
export type Profile = {
  /** Whether a text may hold an address. */
  address: boolean;
  /** Whether a text can ask for a reply. */
  reply: boolean;
  sender: SenderForm;
  signature: Signature;
  /**
   * The hours in which texts that can wait are held back; receipts, codes, links and notices of a lock are sent anyway.
   * Undefined where a country has none.
   */
  quiet: QuietHours | undefined;
  /** Whether a separate consent is needed before the first secret. */
  consent: boolean;
};

const at = (hour: number) => hour * 60;

export const profiles = {
  cn: {
    address: false,
    reply: false,
    sender: 'overwritten',
    signature: 'inBrackets',
    quiet: { from: at(21), to: at(8), timeZone: 'Asia/Shanghai' },
    consent: true,
  },
  hk: {
    address: false,
    reply: false,
    sender: 'hashName',
    signature: 'always',
    quiet: { from: at(21), to: at(8), timeZone: 'Asia/Hong_Kong' },
    consent: false,
  },
  tw: {
    address: false,
    reply: false,
    sender: 'overwritten',
    signature: 'always',
    quiet: { from: at(21), to: at(9), timeZone: 'Asia/Taipei' },
    consent: false,
  },
  sg: {
    address: false,
    reply: false,
    sender: 'registered',
    signature: 'always',
    quiet: { from: at(21), to: at(8), timeZone: 'Asia/Singapore' },
    consent: false,
  },
  other: {
    address: true,
    reply: true,
    sender: 'any',
    signature: 'ifGiven',
    quiet: undefined,
    consent: false,
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as readonly ProfileName[];

/** The countries (ISO 3166) with a profile of their own; all others have `other`. */
export const ofCountries: Readonly<Record<string, ProfileName>> = { CN: 'cn', HK: 'hk', TW: 'tw', SG: 'sg' };
