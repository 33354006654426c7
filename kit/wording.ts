/**
 * One sentence. A string is both read and heard; with two fields the voice says it differently. `{{name}}` stands for a
 * value.
 */
export type Wording = string | { text: string; speech: string };

/** Sentences by their ids. Ids are stable, because tests, analytics and a bank's own pages may use them. */
export type Wordings = Readonly<Record<string, Wording>>;
