import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { Language } from '../../../../kit/language.ts';
import { patternOf } from '../../../../words/heard.ts';

/** The spoken languages that a caller can choose, in the order of their keys. */
export const tongues = ['putonghua', 'guoyu', 'english', 'cantonese'] as const;
export type Tongue = (typeof tongues)[number];

/** The tongue for a caller who has not chosen one. */
export const firstTongue: Tongue = 'putonghua';

/**
 * The voice of a tongue, and the recogniser for it. `<Say>` and `<Gather>` use different tags for the same Chinese.
 * `locale` is passed to the conversation; `named` recognises a caller who names the tongue.
 */
type Voice = {
  language: Language;
  locale: string;
  say: Pick<VoiceResponse.SayAttributes, 'voice' | 'language'>;
  listen: NonNullable<VoiceResponse.GatherAttributes['language']>;
  named: RegExp;
  /** Words for a person, so that nobody needs to choose a language first. */
  person: RegExp;
};

export type Voices = Readonly<Record<Tongue, Voice>>;

/** How callers name a tongue, and ask for a person in it. */
const namesOf = (tongue: Tongue) => ({
  named: patternOf(({ calls }) => calls.tongues[tongue]),
  person: patternOf(({ calls }) => calls.persons[tongue]),
});

/** The voices from Twilio's list (2026); `TWILIO_VOICES` changes them. */
export const defaultVoices: Voices = {
  putonghua: {
    language: 'zh-Hans',
    locale: 'zh-Hans-CN',
    say: { voice: 'Polly.Zhiyu-Neural', language: 'cmn-CN' },
    listen: 'cmn-Hans-CN',
    ...namesOf('putonghua'),
  },
  guoyu: {
    language: 'zh-Hant',
    locale: 'zh-Hant-TW',
    say: { voice: 'Google.cmn-TW-Wavenet-A', language: 'cmn-TW' },
    listen: 'cmn-Hant-TW',
    ...namesOf('guoyu'),
  },
  english: {
    language: 'en',
    locale: 'en-US',
    say: { voice: 'Polly.Joanna-Neural', language: 'en-US' },
    listen: 'en-US',
    ...namesOf('english'),
  },
  cantonese: {
    language: 'zh-Hant',
    locale: 'zh-Hant-HK',
    // The voice's own language, yue-CN, is missing in twilio's types for `<Say>`.
    say: { voice: 'Polly.Hiujin-Neural' },
    listen: 'yue-Hant-HK',
    ...namesOf('cantonese'),
  },
};

/**
 * The tongue for a sentence: the caller's own if it fits the sentence's language, otherwise the first of that language.
 */
export function tongueFor(language: string | undefined, own: Tongue, voices: Voices): Tongue {
  if (language === undefined || voices[own].language === language) return own;
  return tongues.find((tongue) => voices[tongue].language === language) ?? own;
}

/**
 * The table with other voices, given as `putonghua=Google.cmn-CN-Wavenet-B,english=Polly.Amy-Neural`.
 * @returns undefined where the text cannot be read
 */
export function voicesWith(list: string): Voices | undefined {
  const voices: Record<Tongue, Voice> = { ...defaultVoices };
  for (const pair of list.split(',').filter(Boolean)) {
    const [, name, voice] = /^\s*(\w+)=((?:Polly|Google)\.[\w-]{1,60})\s*$/.exec(pair) ?? [];
    const tongue = tongues.find((each) => each === name);
    if (tongue === undefined || voice === undefined) return undefined;
    // Google's voice names begin with their language; a Polly voice keeps the language of the tongue.
    const language = /^Google\.([a-z]{2,3}-[A-Z]{2})-/.exec(voice)?.[1] ?? voices[tongue].say.language;
    const say = { voice, language } as Voice['say'];
    voices[tongue] = { ...voices[tongue], say };
  }
  return voices;
}
