/** A part of a turn, for a number of servers of one kind: milliseconds that one turn needs one of them. */
export type Station = { demand: number; servers: number };

/**
 * Throughput of a closed network of queues by mean value analysis (Reiser and Lavenberg 1980), in turns a second. A station
 * with several servers is one queue as fast as all together, and a delay for the rest (Seidmann, Schweitzer and Shalev-Oren 1987).
 * @param clients at once, each with its next turn as soon as the last is answered
 */
export function throughputOf(stations: readonly Station[], clients: number): number {
  const queues = stations.map(({ demand, servers }) => demand / servers);
  const delay = stations.reduce((sum, { demand, servers }) => sum + (demand * (servers - 1)) / servers, 0);
  let waiting = queues.map(() => 0);
  let rate = 0;
  for (let count = 1; count <= clients; count++) {
    const times = queues.map((demand, place) => demand * (1 + (waiting[place] ?? 0)));
    rate = count / (delay + times.reduce((sum, time) => sum + time, 0));
    waiting = times.map((time) => rate * time);
  }
  return rate * 1000;
}
