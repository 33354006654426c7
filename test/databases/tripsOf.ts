import pg from 'pg';

/** How often this process waited for PostgreSQL while something was done: what goes to it together is waited for once. */
export async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype;
  let trips = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    trips += 1;
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return trips;
}
