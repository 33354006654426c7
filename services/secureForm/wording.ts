import type { LinkWords, Outcome } from '../contract/secureLink.ts';

/** What a form tells about: a card by its last four digits, and who asked when, by which channel. */
export type About = { lastFour: string; channel: string; at: string; until: string };

/** All that the secure form says in one language. `call` is how the customer reaches a person. */
export type Wording = {
  shell: { service: string; title: string; loading: string; failed: string; tryAgain: string };
  words: (about: About) => Omit<LinkWords, 'service' | 'tries' | 'fields'>;
  fields: LinkWords['fields'];
  call: (phone: string | undefined) => string;
  tries: (count: number) => string;
  notAccepted: (count: number) => string;
  tooSoon: (seconds: number) => string;
  unfrozen: (lastFour: string) => Outcome;
  locked: (until: string | undefined, call: string) => Outcome;
  agent: (call: string) => Outcome;
  branch: () => Outcome;
  gone: (call: string) => Outcome;
  denied: (call: string) => Outcome;
};
