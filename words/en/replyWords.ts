/** Asks a reader to write back. */
export const replyWords = /\breply\b/i;
