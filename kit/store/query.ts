import { Raw } from 'typeorm';

/**
 * What a query is written with. The ORM is named here, in the rest of this room and in the files that describe tables,
 * and nowhere else, so that another one would change these alone.
 */
export {
  Between,
  type EntityManager,
  type EntitySchema,
  type FindOptionsWhere,
  In,
  IsNull,
  LessThan,
  LessThanOrEqual,
  type MigrationInterface,
  MoreThan,
  MoreThanOrEqual,
  Not,
  type ObjectLiteral,
  type QueryRunner,
} from 'typeorm';

/** The form that partial indexes use. SQLite does not recognise `NOT (x IS NULL)` as the same condition. */
export const IsNotNull = () => Raw((column) => `${column} IS NOT NULL`);
