import { BreakableClient } from './breakableClient.ts';
import { nameOf } from './preparedStatement.ts';

/** A connection that names its prepared statements, so that PostgreSQL parses each of them once. */
export class NamingClient extends BreakableClient {
  override query = ((text: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' ? nameOf(text) : undefined;
    const named = name === undefined ? [text, ...rest] : [{ name, text, values: rest[0] }, ...rest.slice(1)];
    return Reflect.apply(BreakableClient.prototype.query, this, named);
  }) as BreakableClient['query'];
}
