import { nameOf } from './preparedStatement.ts';
import { TogetherClient } from './togetherClient.ts';

/** A connection that names its prepared statements, so that PostgreSQL parses each of them once. */
export class NamingClient extends TogetherClient {
  protected override nameOf(text: string): string | undefined {
    return nameOf(text);
  }
}
