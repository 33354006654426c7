import type { NamedLanguage } from '../../zh-Hans/heard/languages.ts';

/** How English calls each language. `chinese` stands for both scripts. */
export const named: Readonly<Record<NamedLanguage, RegExp>> = {
  en: /\beng(lish)?\b/,
  'zh-Hant': /traditional|cantonese/,
  'zh-Hans': /simplified|mandarin/,
  chinese: /chinese/,
};

/** Its words in Latin letters, without tones. */
export const latin =
  /^(the|a|an|i|im|my|me|it|its|is|are|was|to|of|in|on|for|and|or|not|no|you|your|do|does|did|dont|can|cant|what|why|how|who|when|where|this|that|with|at|have|has|be|been|get|got|please|pls|card|help|yes|ok|okay|hi|hello|thanks|thank|bank|want|need|will|would|could|should|someone|again|back)$/;

export const hint = /(?!)/gu;

export const ofBothScripts: string = '';
