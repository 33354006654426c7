import { hours } from '../kit/time.ts';
import type { SingleKey } from '../services/security/keyRingFile.ts';
import type { RotatableKey } from '../services/security/keyRotation.ts';

/** The keys that `keys rotate` can replace, by their names in the command, and the operator's next step. */
export const rotatableKeys = {
  fields: { key: 'fieldKeys', next: 'fields sealed before still open. Next: keys rewrap' },
  indexes: {
    key: 'indexKey',
    next: 'rows indexed before are still found. Next: keys rewrap, which makes the indexes again',
  },
  cards: {
    key: 'cardReferenceKey',
    next: 'every card has a new reference, and is still found by the old one. In 31 days: keys drop cards',
  },
  audit: {
    key: 'auditKey',
    next: 'older entries are still checked with the older key, which writes no more. Next: keys copy',
  },
  tokens: {
    key: 'webChatTokenKey',
    next: 'older tokens and telephones are still recognised. In 31 days: keys drop tokens',
  },
} as const satisfies Record<string, { key: RotatableKey; next: string }>;

export type RotatableName = keyof typeof rotatableKeys;
export const rotatableNames = Object.keys(rotatableKeys) as RotatableName[];

/** The keys whose older ones can be destroyed, and how long stored values may still depend on one, in milliseconds. */
export const droppableKeys = {
  tokens: { key: 'webChatTokenKey', keptFor: 31 * 24 * hours },
  cards: { key: 'cardReferenceKey', keptFor: 31 * 24 * hours },
} as const satisfies Record<string, { key: SingleKey; keptFor: number }>;

export type DroppableName = keyof typeof droppableKeys;
export const droppableNames = Object.keys(droppableKeys) as DroppableName[];
