import { createHash } from 'node:crypto';

/** The end of a text that is worth a name: where a connection keeps statements by their names, this one is kept. */
const mark = ' /* prepared */';

/** A statement as its database wants it. @param text with a question mark for each value, and none beside those */
export function prepared(database: string, text: string): string {
  if (database !== 'postgres') return text;
  let values = 0;
  return text.replace(/\?/g, () => `$${++values}`) + mark;
}

/** Under which name a statement is kept; undefined for one that is sent as it is. */
export function nameOf(text: string): string | undefined {
  return text.endsWith(mark) ? createHash('sha256').update(text).digest('base64url').slice(0, 22) : undefined;
}
