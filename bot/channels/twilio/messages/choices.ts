import * as z from 'zod';
import { normalText } from '../../../../kit/customerText.ts';
import { placeNamed } from '../../../../kit/place.ts';
import type { Reply } from '../../../turn/reply.ts';

/** A choice that was offered: what its line shows, and what it says when it is taken. */
export const Choice = z.object({ title: z.string(), value: z.string() });
export type Choice = z.infer<typeof Choice>;

/** One digit: a card number, a document or a password is never so short, so that it is a choice wherever one is offered. */
const mostChoices = 9;

/** `1`, `１`, `①`, `1️⃣`, `一`, `1.`, `(1)`, `1、`, `#1`; and the whole line, as people copy it. */
const numbered = /^[(#]?([1-9一二两兩三四五六七八九])[\uFE0F\u20E3]*[).、,:]?(?:\s+(\D.*))?$/su;

/** What the last of a turn's replies offers. */
export function choicesOf(replies: readonly Reply[]): Choice[] {
  const actions = replies.at(-1)?.suggestedActions?.actions ?? [];
  return actions.slice(0, mostChoices).map(({ title, value }) => ({ title, value: String(value) }));
}

/** The lines that a customer can answer with a number. */
export function choiceLines(choices: readonly Choice[]): string[] {
  return choices.map(({ title }, place) => `${place + 1} ${title}`);
}

/** What a message says where it is one of the numbers that were offered; else what it is itself. */
export function chosenIn(text: string, choices: readonly Choice[]): string {
  const [, digit = '', words] = numbered.exec(normalText(text).trim()) ?? [];
  const place = placeNamed(digit);
  const choice = place === undefined ? undefined : choices[place - 1];
  if (choice === undefined) return text;
  return words === undefined || words.trim() === choice.title.normalize('NFKC') ? choice.value : text;
}
