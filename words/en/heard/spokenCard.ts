/** Means the card that was just spoken of. */
export const spokenCard = /\b(?:it|that card|this card|that one|this one|the card|same card|still|again)\b/;

/** Means another card. */
export const another = /\b(?:other|another|different|new|second)\b/;
