/** Asks a reader to write back. */
export const replyWords = /回覆|答覆/i;
