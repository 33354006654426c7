import { BreakableClient } from './breakableClient.ts';
import { Flight, type FlyingStatement } from './flight.ts';
import { onlyIfOne } from './preparedStatement.ts';

/** The marks at the end of a statement whose answer nobody waits for. The database does not get them. */
const mark = ' /* with the next */';
const oneRow = ' /* one row */';

/** The statement as one that goes to the database with the next that has no such mark, in one round trip. */
export function withTheNext(text: string): string {
  return text + mark;
}

/** The prepared statement as one that fails unless it changes exactly one row. Is marked as one with the next. */
export function forOneRow(text: string): string {
  return text + oneRow;
}

/**
 * A connection that keeps marked statements back until one without the mark follows, and sends all of them together. What they
 * were answered is told at the end of that one, as is the error of the first that has failed.
 */
export class TogetherClient extends BreakableClient {
  readonly #kept: FlyingStatement[] = [];

  override query = ((text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    const isAlone = typeof text !== 'string' || (values !== undefined && !Array.isArray(values));
    if (isAlone) return this.#alone(text, values, ...rest);
    const given = (values ?? []) as unknown[];
    if (text.endsWith(mark)) {
      const kept = unmarked(text);
      return new Promise((resolve, reject) => {
        this.#kept.push(this.#flying(kept, given, { resolve, reject }));
      });
    }
    if (this.#kept.length > 0) return this.#together(text, given);
    const name = this.nameOf(text);
    const answer =
      name === undefined ? this.#alone(text, values) : this.#alone({ name, text, values: given });
    return (answer as Promise<unknown>).then((result) => notRolledBack(text, result));
  }) as BreakableClient['query'];

  /** Forgets what was kept back. @returns the statements that the database never gets */
  forgetKept(): string[] {
    const forgotten = this.#kept.splice(0);
    for (const { lands } of forgotten) lands(new Error('the statement was not sent'));
    return forgotten.map(({ text }) => text);
  }

  /** The name under which the database keeps a statement. */
  protected nameOf(_text: string): string | undefined {
    return undefined;
  }

  #together(text: string, values: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const statements = [...this.#kept.splice(0), this.#flying(text, values, { resolve, reject })];
      this.#alone(new Flight(statements));
    });
  }

  #flying(
    text: string,
    values: unknown[],
    { resolve, reject }: { resolve: (result: unknown) => void; reject: (error: unknown) => void },
  ): FlyingStatement {
    const lands = (error: Error | null, result?: unknown) => {
      if (error) return reject(error);
      try {
        resolve(notRolledBack(text, result));
      } catch (refused) {
        reject(refused);
      }
    };
    return { name: this.nameOf(text), text, values, lands };
  }

  #alone(...given: unknown[]): unknown {
    return Reflect.apply(BreakableClient.prototype.query, this, given);
  }
}

function unmarked(text: string): string {
  const kept = text.slice(0, -mark.length);
  return kept.endsWith(oneRow) ? onlyIfOne(kept.slice(0, -oneRow.length)) : kept;
}

/** PostgreSQL answers the COMMIT of a transaction in which a statement has failed with ROLLBACK, and no error. */
function notRolledBack<Result>(text: string, result: Result): Result {
  const { command } = Object(result) as { command?: string };
  if (text === 'COMMIT' && command === 'ROLLBACK')
    throw new Error('the transaction was rolled back and not committed');
  return result;
}
