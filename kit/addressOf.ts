/** The names of what stands in an address: `id` in `/calls/:id/events`. */
type NamesIn<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

/** An address as a client calls it: `/calls/:id` with the id `a b` is `/calls/a%20b`. */
export function addressOf<Pattern extends string>(
  pattern: Pattern,
  parts: Readonly<Record<NamesIn<Pattern>, string>>,
): string {
  const named: Readonly<Record<string, string>> = parts;
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? ''));
}
