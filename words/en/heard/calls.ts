import type { SpokenTongue } from '../../zh-Hans/heard/calls.ts';

/** How each tongue is called in this language. */
export const tongues: Readonly<Record<SpokenTongue, RegExp>> = {
  putonghua: /mandarin|chinese/i,
  guoyu: /(?!)/i,
  english: /english/i,
  cantonese: /cantonese/i,
};

/** Words for a person in each tongue of this language, so that nobody needs to choose a language first. */
export const persons: Readonly<Record<SpokenTongue, RegExp>> = {
  putonghua: /(?!)/i,
  guoyu: /(?!)/i,
  english: /\b(agent|operator|person|human|somebody|someone|representative|staff)\b/i,
  cantonese: /(?!)/i,
};

/** Words of a caller who goes on with a call that was dropped, and of one who begins another. */
export const goingOn = /\b(yes|go on|continue)\b/i;
export const anew = /\b(no|new|start)\b/i;

/** Words that the recogniser is told to expect where a language is chosen. */
export const hints: readonly string[] = ['English', 'agent'];
