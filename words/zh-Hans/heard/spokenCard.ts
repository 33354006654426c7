/** Means the card that was just spoken of. */
export const spokenCard =
  /[它佢]|(?:这|那|呢|嗰)张|刚才|刚刚|头先|再(?:查|看|睇)|(?:还|仲|依然|仍)(?:是|系|被|冻|锁)|同一张/;

/** Means another card. */
export const another = /另|别的|其他|第二张|换/;
