import type { TestedBank } from './testedBank.ts';

/** What docs/card-system.md promises, and how it is tried. */
export type Promised = {
  id: string;
  /** In one sentence, as the report says it. */
  says: string;
  /** @throws Broken, NotTried */
  try: (bank: TestedBank) => Promise<void>;
};
