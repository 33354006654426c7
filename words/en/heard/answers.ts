/** Words of a customer who goes on where they could stop. */
export const goingOn = /\b(go on|carry on|continue|keep going)\b/i;
/** Words that could mean going on as well as stopping. */
export const onwards = /\b(go|proceed|begin|start|ready)\b/i;

/** Words that give the consent, and words that refuse it. */
export const agreeing = /^\W*(yes,? )?i (do )?(agree|consent)\W*$/i;
export const refusing = /\b(not|n'?t|never|refuse)\b.{0,20}\b(agree|consent)\b/i;

/** The first card of several, the second and so on. */
export const ordinals: readonly RegExp[] = [/\bfirst\b/i, /\bsecond\b/i, /\bthird\b/i, /\bfourth\b/i];
