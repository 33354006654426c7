import type { FirstMigration } from '../kit/store/firstMigration.ts';
import { carryConversationsOver } from './turn/carriedOver.ts';

/**
 * The bot's tables as the first version made them, in SQL that SQLite and PostgreSQL both read. Later changes are
 * migrations of the tables' owners, with names that begin with `Bot`.
 */
export const botFirstMigration: FirstMigration = {
  name: 'BotTables1764000160000',
  replaces: [
    'DirectLine1764000000000',
    'ConversationStates1764000001000',
    'ConversationStatesByAge1764000041000',
    'HandoffCases1764000060000',
    'Voice1764000070000',
    'HandledActivities1764000090000',
    'Messages1764000110000',
    'HandoffCasesNotes1764000121000',
    'TurnLeases1764000130000',
    'HandledActivitiesAnswered1764000131000',
    'MessagesInTurn1764000140000',
    'OpenCases1764000150000',
    'AwaitedLinks1764000160000',
  ],
  tables: {
    direct_line_conversations: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        user_id varchar,
        locale varchar,
        created_at varchar NOT NULL,
        last_activity_at varchar NOT NULL`,
      indexes: [
        'CREATE INDEX direct_line_conversations_by_last_activity ON direct_line_conversations (last_activity_at)',
      ],
    },
    direct_line_activities: {
      columns: `
        conversation_id varchar NOT NULL,
        number integer NOT NULL,
        activity text NOT NULL,
        client_activity_id varchar,
        created_at varchar NOT NULL,
        PRIMARY KEY (conversation_id, number),
        CONSTRAINT "direct_line_activities_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "direct_line_conversations" (id) ON DELETE CASCADE`,
      indexes: [
        // Two rows without a clientActivityID do not collide: both databases count nulls as different.
        'CREATE UNIQUE INDEX direct_line_activities_by_client_activity_id ON direct_line_activities (conversation_id, client_activity_id)',
      ],
    },
    conversations: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        version varchar NOT NULL,
        state text,
        awaits text,
        holder varchar NOT NULL,
        expires_at varchar NOT NULL,
        updated_at varchar NOT NULL`,
      indexes: ['CREATE INDEX conversations_by_update ON conversations (updated_at)'],
    },
    deliveries: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        conversation varchar NOT NULL,
        arrived_at varchar NOT NULL,
        kept text,
        answer text,
        sent integer`,
      indexes: [
        'CREATE INDEX deliveries_by_arrival ON deliveries (arrived_at)',
        'CREATE INDEX deliveries_by_conversation ON deliveries (conversation, sent)',
      ],
    },
    voice_calls: {
      columns: `
        call_sid varchar PRIMARY KEY NOT NULL,
        caller varchar,
        conversation_id varchar NOT NULL,
        tongue varchar,
        step integer NOT NULL,
        expects text NOT NULL,
        silences integer NOT NULL,
        started_at varchar NOT NULL,
        last_step_at varchar NOT NULL,
        ended_at varchar,
        tokens text NOT NULL DEFAULT '[]'`,
      indexes: [
        'CREATE INDEX voice_calls_by_caller ON voice_calls (caller, last_step_at)',
        'CREATE INDEX voice_calls_by_last_step ON voice_calls (last_step_at)',
      ],
    },
    message_threads: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        choices text NOT NULL,
        stopped_at varchar,
        missed varchar,
        updated_at varchar NOT NULL`,
      indexes: ['CREATE INDEX message_threads_by_update ON message_threads (updated_at)'],
    },
    message_redactions: {
      columns: `
        message_sid varchar PRIMARY KEY NOT NULL,
        queued_at varchar NOT NULL,
        tries integer NOT NULL,
        next_try_at varchar NOT NULL,
        redacted_at varchar,
        given_up_at varchar`,
      indexes: ['CREATE INDEX message_redactions_by_try ON message_redactions (next_try_at)'],
    },
    open_cases: {
      columns: `
        conversation varchar PRIMARY KEY NOT NULL,
        id varchar NOT NULL,
        channel varchar NOT NULL,
        card varchar NOT NULL,
        last_four varchar NOT NULL,
        language varchar NOT NULL,
        phone varchar,
        authentication_request varchar,
        code_hash varchar,
        code_expires_at varchar,
        codes_given integer NOT NULL,
        moved_to varchar,
        updated_at varchar NOT NULL`,
      indexes: [
        'CREATE INDEX open_cases_code_hash ON open_cases (code_hash)',
        'CREATE INDEX open_cases_phone ON open_cases (phone)',
        'CREATE INDEX open_cases_updated_at ON open_cases (updated_at)',
      ],
    },
    wrong_guesses: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        origin varchar NOT NULL,
        at varchar NOT NULL`,
      indexes: [
        'CREATE INDEX wrong_guesses_origin ON wrong_guesses (origin, at)',
        'CREATE INDEX wrong_guesses_at ON wrong_guesses (at)',
      ],
    },
    awaited_links: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        reference text NOT NULL,
        mac varchar NOT NULL,
        next_ask_at varchar NOT NULL,
        until varchar NOT NULL`,
      indexes: ['CREATE INDEX awaited_links_by_ask ON awaited_links (next_ask_at)'],
    },
    handoff_cases: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        conversation varchar NOT NULL,
        packet text NOT NULL,
        opened_at varchar NOT NULL,
        closed_at varchar`,
      indexes: ['CREATE INDEX handoff_cases_by_conversation ON handoff_cases (conversation)'],
    },
    handoff_notes: {
      columns: `
        id varchar PRIMARY KEY NOT NULL,
        handoff text NOT NULL,
        at varchar NOT NULL`,
      indexes: ['CREATE INDEX handoff_notes_at ON handoff_notes (at)'],
    },
    bot_key_fingerprints: {
      columns: `
        name varchar NOT NULL,
        fingerprint varchar NOT NULL,
        key_id varchar,
        recorded_at varchar NOT NULL,
        version varchar NOT NULL,
        retired_at varchar,
        PRIMARY KEY (name, fingerprint)`,
    },
  },

  /** Moves what four channels stored in tables of their own into `conversations` and `deliveries`. */
  async takeOver(runner, create) {
    await create(['conversations', 'deliveries', 'bot_key_fingerprints']);
    await carryConversationsOver(runner);
    const replaced = [
      'turn_leases',
      'handled_activities',
      'conversation_states',
      'voice_steps',
      'received_messages',
    ];
    for (const table of replaced) await runner.query(`DROP TABLE ${table}`);
    await runner.query("ALTER TABLE voice_calls ADD COLUMN tokens text NOT NULL DEFAULT '[]'");
  },
};
