/** One sentence, heard as it is read; or both, where a voice must say it otherwise. `{{name}}` stands for a fact. */
export type Wording = string | { text: string; speech: string };

/** Sentences by their stable ids, which tests, analytics and a bank's own pages may rely on. */
export type Wordings = Readonly<Record<string, Wording>>;
