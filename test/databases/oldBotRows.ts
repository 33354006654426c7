import type { DataSource } from 'typeorm';
import { insertRows, type Row } from './dataSource.ts';
import { openConversation } from './versionBefore.ts';

const at = '2026-11-24T07:59:00.000Z';
const none = null;

/** What the bot's side of the version before kept of two conversations, a call, messages, a case and a guess. */
const oldRows: Record<string, Row[]> = {
  direct_line_conversations: [
    { id: 'c1', user_id: 'me', locale: 'en', created_at: at, last_activity_at: at },
  ],
  direct_line_activities: [
    { conversation_id: 'c1', number: 1, activity: '{}', client_activity_id: 'x', created_at: at },
  ],
  conversation_states: [
    { key: 'directline/conversations/c1/', value: openConversation, e_tag: 'e', updated_at: at },
    { key: 'msteams/conversations/a:b/c/', value: '{}', e_tag: 'e', updated_at: at },
  ],
  turn_leases: [{ conversation: 'c1', holder: 'who', expires_at: at }],
  handled_activities: [{ id: 'handled', handled_at: at, answer: none }],
  voice_calls: [
    {
      ...{ call_sid: 'CA1', caller: 'caller_a', conversation_id: 'CA1', tongue: 'english', step: 3 },
      ...{ expects: '{"what":"tongue"}', silences: 1, started_at: at, last_step_at: at, ended_at: none },
    },
  ],
  voice_steps: [{ call_sid: 'CA1', step: 2, idempotency_token: 't', answer: '<Response/>', claimed_at: at }],
  message_threads: [
    { id: 'stopped', choices: '[]', stopped_at: at, missed: none, updated_at: '2020-01-01T00:00:00.000Z' },
    { id: 'missed', choices: '[]', stopped_at: none, missed: 'SM1', updated_at: at },
  ],
  received_messages: [{ message_sid: 'SM1', answer: '<Response/>', received_at: at }],
  message_redactions: [
    {
      ...{ message_sid: 'SM1', queued_at: at, tries: 1, next_try_at: at },
      ...{ redacted_at: none, given_up_at: none },
    },
  ],
  open_cases: [
    {
      ...{
        conversation: 'c1',
        id: 'case',
        channel: 'webChat',
        card: 'card_a',
        last_four: '4446',
        language: 'en',
      },
      ...{ phone: none, authentication_request: none, code_hash: none, code_expires_at: none },
      ...{ codes_given: 0, moved_to: none, updated_at: at },
    },
  ],
  wrong_guesses: [{ id: 'guess', origin: 'somewhere', at }],
  handoff_cases: [{ id: 'waits', conversation: 'c1', packet: '{}', opened_at: at, closed_at: none }],
  handoff_notes: [{ id: 'note', handoff: '{}', at }],
};

export async function insertOldBotRows(dataSource: DataSource): Promise<void> {
  for (const [table, rows] of Object.entries(oldRows)) await insertRows(dataSource, table, rows);
}
