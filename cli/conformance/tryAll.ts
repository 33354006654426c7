import { FreezeReason } from '../../services/contract/freezeReason.ts';
import { Broken, NotTried } from './outcomes.ts';
import type { Promised } from './promise.ts';
import type { TestedBank } from './testedBank.ts';

type Outcome = 'kept' | 'broken' | 'notTried';
export type TriedPromise = { id: string; promise: string; outcome: Outcome; why?: string };

/** Tries one promise after the other; at the end the test card is as it was before. */
export async function tryAll(bank: TestedBank, promises: readonly Promised[]): Promise<TriedPromise[]> {
  await bank.namesCards().catch(outcomeOf);
  const before = await freezesOf(bank);
  const tried: TriedPromise[] = [];
  for (const { id, says, try: tries } of promises) {
    const seen = await tries(bank).then(
      () => ({ outcome: 'kept' as const }),
      (error: unknown) => outcomeOf(error),
    );
    tried.push({ id, promise: says, ...seen });
  }
  await bank.frozen(...before).catch(outcomeOf);
  return tried;
}

async function freezesOf(bank: TestedBank): Promise<FreezeReason[]> {
  const card = await bank.card().catch(outcomeOf);
  if (!('freezes' in card)) return [];
  // A reason of the bank's own is none that Thawline could ask for.
  return card.freezes.flatMap((reason) => FreezeReason.safeParse(reason).data ?? []);
}

function outcomeOf(error: unknown): { outcome: Outcome; why: string } {
  if (error instanceof Broken) return { outcome: 'broken', why: error.message };
  if (error instanceof NotTried) return { outcome: 'notTried', why: error.message };
  throw error;
}

const words: Readonly<Record<Outcome, string>> = { kept: 'kept', broken: 'BROKEN', notTried: 'not tried' };

/** The report for a person to read. */
export function reportInWords(tried: readonly TriedPromise[]): string {
  const lines = tried.map(({ id, promise, outcome, why }) => {
    const line = `${words[outcome].padEnd(10)}${id.padEnd(22)}${promise}\n`;
    return why === undefined ? line : `${line}${' '.repeat(10)}${why}\n`;
  });
  const count = (outcome: Outcome) => tried.filter((one) => one.outcome === outcome).length;
  return `${lines.join('')}${tried.length} promises: ${count('kept')} kept, ${count('broken')} broken, ${count('notTried')} not tried\n`;
}
