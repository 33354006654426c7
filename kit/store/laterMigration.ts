import type { QueryRunner } from 'typeorm';
import type { MigrationClass } from './firstMigration.ts';

/** A migration that changes an existing table, in statements that both databases accept. */
export type LaterMigration = {
  /** Begins as the names of its half do, and ends in the 13 digits of its moment. */
  name: string;
  up: readonly string[];
  down: readonly string[];
};

export function laterMigration({ name, up, down }: LaterMigration): MigrationClass {
  return class {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of up) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const statement of down) await runner.query(statement);
    }
  };
}
