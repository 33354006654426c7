/** Words of a customer who goes on where they could stop. */
export const goingOn = /继续|接着/i;
/** Words that could mean going on as well as stopping. */
export const onwards = /办|开始|来吧|嚟/i;

/** Words that give the consent, and words that refuse it. */
export const agreeing = /^我?同意[。！!]?$/i;
export const refusing = /不同意|拒绝/i;

/** The first card of several, the second and so on. */
export const ordinals: readonly RegExp[] = [/第一|前一/i, /第二/i, /第三/i, /第四/i];
