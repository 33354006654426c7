import type { MigrationClass } from './firstMigration.ts';
import { laterMigration } from './laterMigration.ts';

type IndexChange = {
  /** The migration's name, as every later migration has one. */
  name: string;
  /** Whole statements by the names of the indexes that they make; both databases read them alike. */
  makes: Readonly<Record<string, string>>;
  /** The indexes that these replace, with the statements that had made them. */
  drops?: Readonly<Record<string, string>>;
  /** What else is done, once the new indexes are there; it is not undone. */
  also?: readonly string[];
};

/** A migration that changes the indexes of existing tables. */
export function indexMigration({ name, makes, drops = {}, also = [] }: IndexChange): MigrationClass {
  return laterMigration({
    name,
    up: [...Object.keys(drops).map(dropping), ...Object.values(makes), ...also],
    down: [...Object.keys(makes).map(dropping), ...Object.values(drops)],
  });
}

const dropping = (index: string) => `DROP INDEX ${index}`;
