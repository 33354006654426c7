import { holdsAddress } from '../kit/holdsAddress.ts';
import { asLabel } from '../kit/label.ts';
import { type Language, languages } from '../kit/language.ts';
import type { Wording } from '../kit/wording.ts';
import { replyWords } from '../words/replyWords.ts';

/** Texts by their names, nested as deep as a surface has them. */
export type Texts = { readonly [name: string]: string | Texts };

/** The sentences of the conversation by their ids. */
export type ConversationWordings = Readonly<
  Record<string, Readonly<Record<Language, { text: string; speech?: string }>>>
>;

/**
 * The texts that this process uses. A text of a surface has an id such as `secureForm.locked.title`; a sentence of the
 * conversation has no prefix. Each half of the product knows only its own.
 */
export type Surfaces = {
  texts: Readonly<Record<string, Readonly<Record<Language, Texts>>>>;
  conversation?: ConversationWordings;
};

/** The names of all surfaces. */
const surfaceNames = ['chatPage', 'embed', 'notices', 'page', 'secureForm'];

/** The texts for telephones that a customer can reply to, and the text that says that nobody reads replies. */
const mayAskForReply = ['notices.unfreezeReceipt', 'notices.unanswered'];
const asksForReply = (text: string) => Object.values(replyWords).some((words) => words.test(text));

/** The facts that any sentence may name, so that the bank can say its name anywhere. */
const ofTheBrand = ['bank', 'service', 'short'];

/** The standard wording of an id in a language. */
function ordinary(id: string, language: Language, { texts, conversation }: Surfaces): Wording | undefined {
  const [surface = '', ...path] = id.split('.');
  if (!surfaceNames.includes(surface)) {
    const message =
      conversation && Object.hasOwn(conversation, id) ? conversation[id]?.[language] : undefined;
    return message && (message.speech === undefined ? message.text : { ...message, speech: message.speech });
  }
  let found: string | Texts | undefined = Object.hasOwn(texts, surface)
    ? texts[surface]?.[language]
    : undefined;
  for (const name of path)
    found = typeof found === 'object' && Object.hasOwn(found, name) ? found[name] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The faults in a file's sentences. The file's shape may be wrong too. */
export function sentenceProblems(file: unknown, surfaces: Surfaces): string[] {
  return languages.flatMap((language) => {
    const given = Object.entries(recordIn(recordIn(file).sentences)[language] ?? {});
    const problems = given.flatMap(([id, wording]) =>
      problemsOf(id, wording, language, surfaces).map((problem) => `sentences.${language}.${id}: ${problem}`),
    );
    return [...problems, ...alike(new Map(given), language, surfaces)];
  });
}

function problemsOf(id: string, given: unknown, language: Language, surfaces: Surfaces): string[] {
  const [surface = ''] = id.split('.');
  const isTextOfSurface = surfaceNames.includes(surface);
  // Sentences of the other half of the product are checked there.
  if (isTextOfSurface ? !surfaces.texts[surface] : !surfaces.conversation) return [];
  const usual = ordinary(id, language, surfaces);
  if (usual === undefined) return ['there is no such sentence'];
  const { text, speech } = both(given);
  if (text === undefined) return [];
  const wanted = factsIn(both(usual).text ?? '');
  const problems = differences(wanted, factsIn(text));
  if (surface === 'notices' && holdsAddress(text))
    problems.push('holds an address: no text may but by {{address}}, since some countries forbid it');
  if (surface === 'notices' && !mayAskForReply.includes(id) && asksForReply(text))
    problems.push('asks for a reply: it goes out where none can come too');
  if (typeof usual !== 'string' && speech === undefined)
    problems.push('is heard otherwise than it is read: give { "text": …, "speech": … }');
  if (typeof usual === 'string' && isTextOfSurface && speech !== undefined)
    problems.push('is never heard: give the text alone');
  for (const fact of factsIn(speech ?? ''))
    if (!wanted.includes(fact) && !ofTheBrand.includes(fact))
      problems.push(`has an invented fact in its speech: {{${fact}}}`);
  return problems;
}

/** The facts that only one of the two wordings names. */
function differences(wanted: readonly string[], given: readonly string[]): string[] {
  return [
    ...wanted
      .filter((fact) => !given.includes(fact) && !ofTheBrand.includes(fact))
      .map((fact) => `lost the fact {{${fact}}}`),
    ...given
      .filter((fact) => !wanted.includes(fact) && !ofTheBrand.includes(fact))
      .map((fact) => `has an invented fact: {{${fact}}}`),
  ];
}

/** Finds choices with the same text in one question: a tap sends that text back, so they could not be told apart. */
function alike(given: ReadonlyMap<string, unknown>, language: Language, surfaces: Surfaces): string[] {
  const choices = Object.keys(surfaces.conversation ?? {}).filter((id) => id.startsWith('choice.'));
  const byLabel = Map.groupBy(choices, (id) =>
    asLabel(both(given.get(id)).text ?? both(ordinary(id, language, surfaces)).text ?? ''),
  );
  return [...byLabel.values()]
    .filter((ids) => ids.length > 1 && ids.some((id) => given.has(id)))
    .map((ids) => `sentences.${language}: choices that read alike: ${ids.join(', ')}`);
}

function both(wording: unknown): { text?: string; speech?: string } {
  if (typeof wording === 'string') return { text: wording };
  const { text, speech } = recordIn(wording);
  return {
    ...(typeof text === 'string' && { text }),
    ...(typeof speech === 'string' && { speech }),
  };
}

function factsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name))];
}

function recordIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
