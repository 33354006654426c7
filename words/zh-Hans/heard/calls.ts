/** The tongues that a caller may choose. */
export type SpokenTongue = 'putonghua' | 'guoyu' | 'english' | 'cantonese';

/** How each tongue is called in this language. */
export const tongues: Readonly<Record<SpokenTongue, RegExp>> = {
  putonghua: /普通|中文|简体/i,
  guoyu: /国语|台/i,
  english: /英/i,
  cantonese: /广东|粤|白话/i,
};

/** Words for a person in each tongue of this language, so that nobody needs to choose a language first. */
export const persons: Readonly<Record<SpokenTongue, RegExp>> = {
  putonghua: /人工|真人|工作人员|转接|接线员/i,
  guoyu: /(?!)/i,
  english: /(?!)/i,
  cantonese: /(?!)/i,
};

/** Words of a caller who goes on with a call that was dropped, and of one who begins another. */
export const goingOn = /接着|继续|是|好/i;
export const anew = /不|从头|重新/i;

/** Words that the recogniser is told to expect where a language is chosen. */
export const hints: readonly string[] = ['普通话', '人工'];
