/** Asks a reader to write back. */
export const replyWords = /回复|答复/i;
