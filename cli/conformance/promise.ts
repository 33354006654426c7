import type { TestedBank } from './testedBank.ts';

/** A promise of docs/card-system.md and how to try it. */
export type Promised = {
  id: string;
  /** The promise in one sentence, for the report. */
  says: string;
  /** @throws Broken, NotTried */
  try: (bank: TestedBank) => Promise<void>;
};
