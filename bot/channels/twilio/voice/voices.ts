import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { Language } from '../../../../kit/language.ts';

/** What a caller can be spoken with, in the order of the keys that choose it. */
export const tongues = ['putonghua', 'guoyu', 'english', 'cantonese'] as const;
export type Tongue = (typeof tongues)[number];

/** In which a caller is spoken to who has chosen none. */
export const firstTongue: Tongue = 'putonghua';

/**
 * How a tongue is spoken and heard. `<Say>` and `<Gather>` name the same Chinese by different tags.
 * `locale` is what the conversation is told; `named` hears a tongue that was chosen by its name.
 */
type Voice = {
  language: Language;
  locale: string;
  say: Pick<VoiceResponse.SayAttributes, 'voice' | 'language'>;
  listen: NonNullable<VoiceResponse.GatherAttributes['language']>;
  named: RegExp;
};

export type Voices = Readonly<Record<Tongue, Voice>>;

/** The voices of Twilio's list (2026); `TWILIO_VOICES` names others. */
export const defaultVoices: Voices = {
  putonghua: {
    language: 'zh-Hans',
    locale: 'zh-Hans-CN',
    say: { voice: 'Polly.Zhiyu-Neural', language: 'cmn-CN' },
    listen: 'cmn-Hans-CN',
    named: /普通|mandarin|chinese|中文|简体/i,
  },
  guoyu: {
    language: 'zh-Hant',
    locale: 'zh-Hant-TW',
    say: { voice: 'Google.cmn-TW-Wavenet-A', language: 'cmn-TW' },
    listen: 'cmn-Hant-TW',
    named: /国语|國語|台/,
  },
  english: {
    language: 'en',
    locale: 'en-US',
    say: { voice: 'Polly.Joanna-Neural', language: 'en-US' },
    listen: 'en-US',
    named: /english|英/i,
  },
  cantonese: {
    language: 'zh-Hant',
    locale: 'zh-Hant-HK',
    // The voice's own language, yue-CN, is none of the tags that twilio's types know for `<Say>`.
    say: { voice: 'Polly.Hiujin-Neural' },
    listen: 'yue-Hant-HK',
    named: /cantonese|广东|廣東|粤|粵|白话|白話/i,
  },
};

/** The tongue for a sentence: the caller's own where it fits the sentence's language, else the language's first. */
export function tongueFor(language: string | undefined, own: Tongue, voices: Voices): Tongue {
  if (language === undefined || voices[own].language === language) return own;
  return tongues.find((tongue) => voices[tongue].language === language) ?? own;
}

/**
 * The table with other voices in it, from `putonghua=Google.cmn-CN-Wavenet-B,english=Polly.Amy-Neural`.
 * @returns undefined where that cannot be read
 */
export function voicesWith(list: string): Voices | undefined {
  const voices: Record<Tongue, Voice> = { ...defaultVoices };
  for (const pair of list.split(',').filter(Boolean)) {
    const [, name, voice] = /^\s*(\w+)=((?:Polly|Google)\.[\w-]{1,60})\s*$/.exec(pair) ?? [];
    const tongue = tongues.find((each) => each === name);
    if (tongue === undefined || voice === undefined) return undefined;
    // Google's names carry their language; a Polly voice keeps the tongue's own.
    const language = /^Google\.([a-z]{2,3}-[A-Z]{2})-/.exec(voice)?.[1] ?? voices[tongue].say.language;
    const say = { voice, language } as Voice['say'];
    voices[tongue] = { ...voices[tongue], say };
  }
  return voices;
}
