import { DefaultNamingStrategy, type Table } from 'typeorm';

/** Column types that SQLite and PostgreSQL store alike. Moments are text as in RFC 3339, which sorts by time. */
export const key = { type: 'varchar', primary: true } as const;
export const text = { type: 'text' } as const;
export const optionalText = { type: 'text', nullable: true } as const;
export const count = { type: 'integer' } as const;
export const flag = { type: 'boolean' } as const;

/** `createdAt` in code is `created_at` in the database. */
export function columnOf(property: string): string {
  return property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/** `createdAt` in code is `created_at` in the database, where an operator reads it without quotes. */
export class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string, prefixes: string[]): string {
    const name = super.columnName(propertyName, customName, prefixes);
    return customName ? name : columnOf(name);
  }

  /** The name that PostgreSQL gives by itself, so that migrations need none. */
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `${this.getTableName(table)}_${columns.join('_')}_key`;
  }

  /** The name that PostgreSQL gives by itself. */
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${this.getTableName(table)}_${columns.join('_')}_fkey`;
  }
}
