/** The names of an address pattern's parameters: `id` in `/calls/:id/events`. */
type NamesIn<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

/** Fills in an address pattern: `/calls/:id` with the id `a b` becomes `/calls/a%20b`. */
export function addressOf<Pattern extends string>(
  pattern: Pattern,
  parts: Readonly<Record<NamesIn<Pattern>, string>>,
): string {
  const named: Readonly<Record<string, string>> = parts;
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? ''));
}
