/**
 * A string, with the colon that makes it a key; or a brace. Strings come first, so that braces within them are skipped.
 */
const tokens = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}]/g;

/** The keys that occur twice in one object of a JSON text. A parser would silently take the last one. */
export function repeatedKeys(json: string): string[] {
  const repeated: string[] = [];
  const open: Set<string>[] = [];
  for (const [token, text = '', colon] of json.matchAll(tokens)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon) {
      const keys = open.at(-1);
      if (keys?.has(text)) repeated.push(text);
      keys?.add(text);
    }
  }
  return repeated;
}
