/**
 * The fields of a value that nobody reads while `read` looks at it. A validator that is made of a schema reads every field
 * that the schema names, and passes over the others: those are misspelt, or of another kind.
 * @returns their paths
 */
export function unreadFields(value: unknown, read: (watched: unknown) => void): string[] {
  const seen = new Set<string>();
  read(watched(value, '', seen));
  return fieldsOf(value, '').filter((path) => !seen.has(path));
}

function watched(value: unknown, path: string, seen: Set<string>): unknown {
  if (value === null || typeof value !== 'object') return value;
  return new Proxy(value, {
    get(target, name, receiver) {
      const held = Reflect.get(target, name, receiver);
      if (typeof name === 'symbol') return held;
      seen.add(`${path}/${name}`);
      return watched(held, `${path}/${name}`, seen);
    },
  });
}

function fieldsOf(value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, held]) => [
    `${path}/${name}`,
    ...fieldsOf(held, `${path}/${name}`),
  ]);
}
