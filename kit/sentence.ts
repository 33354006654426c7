/** What fills the `{{name}}` places of a sentence. */
export type Filling = Readonly<Record<string, string | number>>;

/** A sentence that is ready to be filled in: read once, however often it is said. */
export type Sentence = (filling: Filling) => string;

/**
 * Reads a sentence with its `{{name}}` places. What is filled in is never read again: a fact that holds `{{` stays one.
 * @returns what throws an Error where a fact that the sentence names was not given
 */
export function sentence(template: string): Sentence {
  // With a group in it, `split` leaves words and names in turn.
  const [first = '', ...rest] = template.split(/\{\{(\w+)\}\}/);
  if (rest.length === 0) return () => first;
  return (filling) => {
    let said = first;
    for (let place = 0; place < rest.length; place += 2) {
      const name = rest[place] ?? '';
      const fact = Object.hasOwn(filling, name) ? filling[name] : undefined;
      if (fact === undefined) throw new Error(`a sentence wants a fact that was not given: {{${name}}}`);
      said += fact + (rest[place + 1] ?? '');
    }
    return said;
  };
}

/** A sentence that is said once: read and filled in. @throws Error where a fact that it names is missing */
export function filled(template: string, filling: Filling): string {
  return sentence(template)(filling);
}
