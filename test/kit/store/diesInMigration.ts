import { openStore } from '../../../kit/store/openStore.ts';
import type { QueryRunner } from '../../../kit/store/query.ts';

/** A migration of two statements with work between them, before which the process may be killed. */
export function halves(isKilled: boolean) {
  const table = class Halves1700000000000 {
    readonly name = 'Halves1700000000000';
    async up(runner: QueryRunner) {
      await runner.query('CREATE TABLE half (id varchar PRIMARY KEY NOT NULL)');
      await runner.query("INSERT INTO half VALUES ('kept')");
    }
    async down() {}
  };
  const change = class HalvesChanged1700000001000 {
    readonly name = 'HalvesChanged1700000001000';
    async up(runner: QueryRunner) {
      await runner.query("ALTER TABLE half ADD COLUMN added varchar NOT NULL DEFAULT 'later'");
      await runner.query('CREATE TABLE other_half (id varchar PRIMARY KEY NOT NULL)');
      if (isKilled) process.kill(process.pid, 'SIGKILL');
      await runner.query('INSERT INTO other_half SELECT id FROM half');
      await runner.query('CREATE INDEX half_by_added ON half (added)');
    }
    async down() {}
  };
  return { entities: [], migrations: [table, change], prefix: 'Halves' };
}

if (import.meta.main) await openStore(process.env.DATABASE_URL ?? '', [halves(true)]);
