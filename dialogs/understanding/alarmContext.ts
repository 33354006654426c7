import { type AlarmContext, rowsOf } from '../../words/heard.ts';

export const contextWords = rowsOf((heard) => heard.alarmContexts.contexts);

/** What stands beside the words of a plain text. */
export function contextsIn(plain: string): ReadonlySet<AlarmContext> {
  return new Set(contextWords.filter(({ when }) => when.test(plain)).map(({ context }) => context));
}
