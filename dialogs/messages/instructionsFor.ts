import type { Language } from '../../kit/language.ts';
import { type AuthenticationItem, items } from '../../services/contract/items/index.ts';
import type { UnfreezeInstructions } from '../../services/contract/unfreezeInstructions.ts';
import type { MessageId } from '../../words/conversation.ts';
import type { Said } from './said.ts';
import type { Sentences } from './wording.ts';

type Remote = Extract<UnfreezeInstructions, { remote: true }>;

/** Items that have a sentence of their own where they are asked for together; any others are listed by name. */
const together: readonly { items: readonly AuthenticationItem[]; id: MessageId }[] = [
  { items: ['identityDocument', 'transactionPassword'], id: 'instructions.both' },
];

/** What tells the customer what they will be asked for, and where, if not here. */
export function instructionsFor(
  sentences: Sentences,
  language: Language,
  { demands, held = [] }: Pick<Remote, 'demands' | 'held'>,
): Said {
  const names = demands.map((item) => items[item].sentences.name);
  if (held.length > 0)
    return { id: 'instructions.byLink', facts: { items: sentences.listed(language, names) } };
  const [only, ...others] = demands;
  if (only !== undefined && others.length === 0) return { id: items[only].sentences.instructions, facts: {} };
  const pair = together.find((one) => one.items.join() === demands.join());
  if (pair) return { id: pair.id, facts: {} };
  return { id: 'instructions.several', facts: { items: sentences.listed(language, names) } };
}
