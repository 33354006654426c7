import * as z from 'zod';
import { normalText } from '../../../../kit/customerText.ts';
import { placeNamed } from '../../../../words/numbers/place.ts';
import type { Reply } from '../../../turn/reply.ts';

/** An offered choice: the title that its line shows, and the words that it stands for. */
export const NumberedChoice = z.object({ title: z.string(), value: z.string() });
export type NumberedChoice = z.infer<typeof NumberedChoice>;

/** The most choices, so that each is a single digit: a card number, a document or a password is never that short. */
const mostChoices = 9;

/** `1`, `１`, `①`, `1️⃣`, `一`, `1.`, `(1)`, `1、`, `#1`, or the whole line, which people copy. */
const numbered = /^[(#]?([1-9]|\p{Script=Han})[\uFE0F\u20E3]*[).、,:]?(?:\s+(\D.*))?$/su;

/** The choices in the last reply of a turn. */
export function choicesOf(replies: readonly Reply[]): NumberedChoice[] {
  const actions = replies.at(-1)?.suggestedActions?.actions ?? [];
  return actions.slice(0, mostChoices).map(({ title, value }) => ({ title, value: String(value) }));
}

/** The lines of the choices, each with the number that picks it. */
export function choiceLines(choices: readonly NumberedChoice[]): string[] {
  return choices.map(({ title }, place) => `${place + 1} ${title}`);
}

/**
 * The words that a message stands for: those of an offered choice, where the text is its number; otherwise the text
 * itself.
 */
export function chosenIn(text: string, choices: readonly NumberedChoice[]): string {
  const [, digit = '', words] = numbered.exec(normalText(text).trim()) ?? [];
  const place = placeNamed(digit);
  const choice = place === undefined ? undefined : choices[place - 1];
  if (choice === undefined) return text;
  return words === undefined || words.trim() === choice.title.normalize('NFKC') ? choice.value : text;
}
