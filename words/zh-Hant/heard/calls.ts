import type { SpokenTongue } from '../../zh-Hans/heard/calls.ts';

/** How each tongue is called in this language. */
export const tongues: Readonly<Record<SpokenTongue, RegExp>> = {
  putonghua: /(?!)/i,
  guoyu: /國語|台/i,
  english: /英/i,
  cantonese: /廣東|粵|白話/i,
};

/** Words for a person in each tongue of this language, so that nobody needs to choose a language first. */
export const persons: Readonly<Record<SpokenTongue, RegExp>> = {
  putonghua: /(?!)/i,
  guoyu: /專人|服務人員|轉接|客服/i,
  english: /(?!)/i,
  cantonese: /搵人|職員|职员|真人|接線生/i,
};

/** Words of a caller who goes on with a call that was dropped, and of one who begins another. */
export const goingOn = /接著|繼續|是|好/i;
export const anew = /不|從頭|重新/i;

/** Words that the recogniser is told to expect where a language is chosen. */
export const hints: readonly string[] = ['國語', '廣東話'];
