/** The values for the `{{name}}` places of a sentence. */
export type Filling = Readonly<Record<string, string | number>>;

/** A sentence that was parsed once and can be filled in many times. */
export type ParsedSentence = (filling: Filling) => string;

/**
 * Parses a sentence with `{{name}}` places. Filled-in values are not parsed again, so `{{` within one stays as it is.
 * @returns a function that throws an Error where a value is missing
 */
export function sentence(template: string): ParsedSentence {
  // With a group in the pattern, `split` returns texts and names alternately.
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

/** Parses a sentence and fills it in at once. @throws Error where a value is missing */
export function filled(template: string, filling: Filling): string {
  return sentence(template)(filling);
}
