import type { RotatableKey } from '../services/security/keyRotation.ts';

/** The keys that `keys rotate` makes anew, by what they are called at the terminal, and what comes after that. */
export const rotatableKeys = {
  fields: { key: 'fieldKeys', next: 'what was closed before still opens. Next: keys rewrap' },
  audit: {
    key: 'auditKey',
    next: 'entries of before are still checked with the key of before, and it writes no more. Next: keys copy',
  },
} as const satisfies Record<string, { key: RotatableKey; next: string }>;

export type RotatableName = keyof typeof rotatableKeys;
export const rotatableNames = Object.keys(rotatableKeys) as RotatableName[];
