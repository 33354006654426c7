import { EntitySchema } from 'typeorm';
import type { Language } from '../../kit/language.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference, LastFour } from '../../services/contract/card.ts';
import type { Channel } from '../../services/contract/channels.ts';

/**
 * A case in a conversation. `conversation` is a hash of its channel and id, `phone` a pseudonym that is the same on
 * every channel, `codeHash` an HMAC. `movedTo` is the conversation that has taken the case over; null while it is in
 * this one.
 */
export type OpenCaseRow = {
  conversation: string;
  id: string;
  channel: Channel;
  card: CardReference;
  lastFour: LastFour;
  language: Language;
  phone: string | null;
  authenticationRequest: string | null;
  codeHash: string | null;
  codeExpiresAt: Instant | null;
  codesGiven: number;
  movedTo: string | null;
  /** The moment when the case began, in whichever conversation; null where an earlier version began it. */
  begunAt: Instant | null;
  /** The channel where the case began; null where the case never moved. */
  begunOn: Channel | null;
  updatedAt: Instant;
};

export const OpenCaseRows = new EntitySchema<OpenCaseRow>({
  name: 'open_cases',
  columns: {
    conversation: { type: 'varchar', primary: true },
    id: { type: 'varchar' },
    channel: { type: 'varchar' },
    card: { type: 'varchar' },
    lastFour: { name: 'last_four', type: 'varchar' },
    language: { type: 'varchar' },
    phone: { type: 'varchar', nullable: true },
    authenticationRequest: { name: 'authentication_request', type: 'varchar', nullable: true },
    codeHash: { name: 'code_hash', type: 'varchar', nullable: true },
    codeExpiresAt: { name: 'code_expires_at', type: 'varchar', nullable: true },
    codesGiven: { name: 'codes_given', type: 'integer' },
    movedTo: { name: 'moved_to', type: 'varchar', nullable: true },
    begunAt: { name: 'begun_at', type: 'varchar', nullable: true },
    begunOn: { name: 'begun_on', type: 'varchar', nullable: true },
    updatedAt: { name: 'updated_at', type: 'varchar' },
  },
  indices: [
    { name: 'open_cases_code_hash', columns: ['codeHash'] },
    { name: 'open_cases_phone', columns: ['phone'] },
    { name: 'open_cases_updated_at', columns: ['updatedAt'] },
  ],
});

/**
 * A wrong guess: a code or last four digits that matched no case. `origin` is an HMAC of where it came from, or a fixed
 * text for all of them.
 */
export type WrongGuessRow = { id: string; origin: string; at: Instant };

export const WrongGuessRows = new EntitySchema<WrongGuessRow>({
  name: 'wrong_guesses',
  columns: {
    id: { type: 'varchar', primary: true },
    origin: { type: 'varchar' },
    at: { type: 'varchar' },
  },
  indices: [
    { name: 'wrong_guesses_origin', columns: ['origin', 'at'] },
    { name: 'wrong_guesses_at', columns: ['at'] },
  ],
});
