import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

export class ConversationStates1764000001000 implements MigrationInterface {
  readonly name = 'ConversationStates1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'conversation_states',
        columns: [
          { name: 'key', type: 'varchar', isPrimary: true },
          { name: 'value', type: 'text' },
          { name: 'e_tag', type: 'varchar' },
          { name: 'updated_at', type: 'varchar' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('conversation_states');
  }
}

/** Those that are past their time are found without reading all of them. */
export class ConversationStatesByAge1764000041000 implements MigrationInterface {
  readonly name = 'ConversationStatesByAge1764000041000';
  readonly #index = new TableIndex({
    name: 'conversation_states_by_updated_at',
    columnNames: ['updated_at'],
  });

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('conversation_states', this.#index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('conversation_states', this.#index);
  }
}
