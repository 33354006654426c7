import { EntitySchema, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import type { Instant } from '../../../../kit/time.ts';

/** A telephone call. */
export type CallRow = {
  callSid: string;
  /** A pseudonym of the caller's number; null where the number is hidden. */
  caller: string | null;
  /** Its own, or that of the call before which this one goes on with. */
  conversationId: string;
  tongue: string | null;
  /** The step that is waited for, from 0. */
  step: number;
  /** What the caller can do at that step, as JSON. */
  expects: string;
  /** How often in a row nothing came. */
  silences: number;
  startedAt: Instant;
  lastStepAt: Instant;
  endedAt: Instant | null;
  /** The carrier's I-Twilio-Idempotency-Token of each step, as JSON. */
  tokens: string;
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
  },
  indices: [
    { name: 'voice_calls_by_caller', columns: ['caller', 'lastStepAt'] },
    { name: 'voice_calls_by_last_step', columns: ['lastStepAt'] },
  ],
});

const varchar = (name: string, isNullable = false) => ({ name, type: 'varchar', isNullable });
const integer = (name: string) => ({ name, type: 'integer' });

export class Voice1764000070000 implements MigrationInterface {
  readonly name = 'Voice1764000070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'voice_calls',
        columns: [
          { ...varchar('call_sid'), isPrimary: true },
          varchar('caller', true),
          varchar('conversation_id'),
          varchar('tongue', true),
          integer('step'),
          { name: 'expects', type: 'text' },
          integer('silences'),
          varchar('started_at'),
          varchar('last_step_at'),
          varchar('ended_at', true),
        ],
        indices: [
          { name: 'voice_calls_by_caller', columnNames: ['caller', 'last_step_at'] },
          { name: 'voice_calls_by_last_step', columnNames: ['last_step_at'] },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'voice_steps',
        columns: [
          { ...varchar('call_sid'), isPrimary: true },
          { ...integer('step'), isPrimary: true },
          varchar('idempotency_token', true),
          { name: 'answer', type: 'text', isNullable: true },
          varchar('claimed_at'),
        ],
        foreignKeys: [
          {
            columnNames: ['call_sid'],
            referencedTableName: 'voice_calls',
            referencedColumnNames: ['call_sid'],
            onDelete: 'CASCADE',
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('voice_steps');
    await runner.dropTable('voice_calls');
  }
}
