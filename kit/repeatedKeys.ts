/**
 * The keys that occur twice in one object of a JSON text. A parser would silently take the last one.
 * @param json which a parser has read already
 */
export function repeatedKeys(json: string): string[] {
  const repeated: string[] = [];
  const open: Set<string>[] = [];
  for (let at = 0; at < json.length; at++) {
    const sign = json.charAt(at);
    if (sign === '{') open.push(new Set());
    else if (sign === '}') open.pop();
    else if (sign === '"') {
      const end = endOfString(json, at);
      const keys = isBeforeColon(json, end) ? open.at(-1) : undefined;
      const key = keys && textOf(json.slice(at, end));
      if (key !== undefined && keys?.has(key)) repeated.push(key);
      if (key !== undefined) keys?.add(key);
      at = end - 1;
    }
  }
  return repeated;
}

/** The place behind a string. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json.charAt(at) !== '"') at += json.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function isBeforeColon(json: string, end: number): boolean {
  let at = end;
  while (' \t\r\n'.includes(json.charAt(at)) && at < json.length) at += 1;
  return json.charAt(at) === ':';
}

/** The text of a string: `a` is written as `\u0061` too. */
function textOf(written: string): string {
  return written.includes('\\') ? JSON.parse(written) : written.slice(1, -1);
}
