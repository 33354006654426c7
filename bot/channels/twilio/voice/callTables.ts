import { EntitySchema } from 'typeorm';
import type { Instant } from '../../../../kit/time.ts';

/** A telephone call. */
export type CallRow = {
  callSid: string;
  /** A pseudonym of the caller's number; null where the number is hidden. */
  caller: string | null;
  /** The call's own conversation, or that of the interrupted call that it continues. */
  conversationId: string;
  tongue: string | null;
  /** The number of the next step, from 0. */
  step: number;
  /** The caller's possible actions at that step, as JSON. */
  expects: string;
  /** The number of silences in a row. */
  silences: number;
  startedAt: Instant;
  lastStepAt: Instant;
  endedAt: Instant | null;
  /** The carrier's I-Twilio-Idempotency-Token of each step, as JSON. */
  tokens: string;
  /** The answer that the carrier gets for the call as it stands, where the bot has begun its latest step; as TwiML. */
  told: string | null;
};

export const CallRows = new EntitySchema<CallRow>({
  name: 'voice_calls',
  columns: {
    callSid: { name: 'call_sid', type: 'varchar', primary: true },
    caller: { type: 'varchar', nullable: true },
    conversationId: { name: 'conversation_id', type: 'varchar' },
    tongue: { type: 'varchar', nullable: true },
    step: { type: 'integer' },
    expects: { type: 'text' },
    silences: { type: 'integer' },
    startedAt: { name: 'started_at', type: 'varchar' },
    lastStepAt: { name: 'last_step_at', type: 'varchar' },
    endedAt: { name: 'ended_at', type: 'varchar', nullable: true },
    tokens: { type: 'text', default: '[]' },
    told: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'voice_calls_by_caller', columns: ['caller', 'lastStepAt'] },
    { name: 'voice_calls_by_last_step', columns: ['lastStepAt'] },
  ],
});
