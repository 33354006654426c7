import pg from 'pg';

/**
 * A connection whose end is no end of the process. The pool takes its own listener away when it hands a connection out,
 * and an error that stands in the same packet as the end of the handshake, as when the database is being shut down, would
 * find none. Whoever waits for an answer of the connection hears of it all the same.
 */
export class BreakableClient extends pg.Client {
  constructor(...config: ConstructorParameters<typeof pg.Client>) {
    super(...config);
    this.on('error', () => {});
  }
}
