import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Event } from '../../kit/events/eventTables.ts';
import type { Store } from '../../kit/store/store.ts';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import { authenticationItems } from '../../services/contract/items/index.ts';
import { maskedWords } from './maskedWords.ts';
import { type MissedSentenceRow, MissedSentenceRows } from './missedSentencesTable.ts';

/** The step at which the last turn left the conversation. */
const Before = z.object({ case: z.object({ step: z.string() }) });

/** Steps at which the words may be a secret that was mistyped. */
const asksForSecret = (step: string) => authenticationItems.some((item) => item === step);

type Turn = {
  events: readonly Event[];
  /** Undefined where none were said. */
  words: string | undefined;
  /** The conversation's state before. */
  state: unknown;
  work: UnitOfWork;
};

/** Keeps the words of a turn that was not understood, masked, with the turn or not at all. */
export function keepMissed({ events, words, state, work }: Turn): void {
  const missed = events.find(({ kind }) => kind === 'notUnderstood');
  if (missed === undefined || words === undefined) return;
  const before = Before.safeParse(state).data?.case.step ?? missed.step;
  if (asksForSecret(before) || asksForSecret(missed.step)) return;
  const masked = maskedWords(words);
  if (masked === undefined) return;
  const { at, language, channel } = missed;
  work.add((manager) =>
    manager.insert(MissedSentenceRows, {
      id: randomUUID(),
      at,
      language,
      channel,
      step: before,
      words: masked,
    }),
  );
}

/** All that are kept, the newest first. */
export function missedSentences(store: Store): Promise<MissedSentenceRow[]> {
  return store.read((manager) => manager.find(MissedSentenceRows, { order: { at: 'DESC' } }));
}
