/** How who sends a text must be called in a country; docs/profiles.md names the sources of all that stands here. */
export type SenderForm =
  /** A telephone number, a messaging service or a name, as the bank likes. */
  | 'any'
  /** A name with # before it, registered with the country's authority (Hong Kong). */
  | 'hashName'
  /** A name that is registered with the country's authority, or a number of that country (Singapore). */
  | 'registered'
  /** Whatever is given, the carriers put a number of their own in its place. */
  | 'overwritten';

/** How a text must say whose it is. */
export type Signature =
  /** By the short name, where the bank has given one. */
  | 'ifGiven'
  /** By the short name, or else the bank's name. */
  | 'always'
  /** The same, in 【】, in whatever language. */
  | 'inBrackets';

/** When nobody is to be woken, in minutes of the day there. It may begin on the evening before. */
type QuietHours = { from: number; to: number; timeZone: string };

/** What a country says about texts to its telephones, and about what a bank may ask there. */
export type Profile = {
  /** Whether an address may stand in a text. */
  address: boolean;
  /** Whether a text can ask for a reply. */
  reply: boolean;
  sender: SenderForm;
  signature: Signature;
  /** They hold back what can wait alone: no receipt, code, link or notice of a lock. Undefined where none are known. */
  quiet: QuietHours | undefined;
  /** Whether a consent of its own is asked for before the first secret. */
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

/** The countries (ISO 3166) that have a profile of their own; all others have `other`. */
export const ofCountries: Readonly<Record<string, ProfileName>> = { CN: 'cn', HK: 'hk', TW: 'tw', SG: 'sg' };
