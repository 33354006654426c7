import type { Language } from '../../../kit/language.ts';

/** One sentence as it is read and as it is heard; where it is heard as it is read, `speech` is left out. */
export type Wording = { text: string; speech?: string };

/** The languages of one sentence side by side. `{{name}}` stands for a fact. */
export type Message = Record<Language, Wording>;

/** Sentences by their stable ids, which tests, analytics and a bank's own pages may rely on. */
export type Catalogue = Record<string, Message>;
