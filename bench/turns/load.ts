import type { MeasuredServer } from './measuredServer.ts';
import type { Case, Turn, Visitor } from './visitor.ts';

/** What a server did under load: times of turns and CPU in milliseconds, and what went wrong. */
export type Loaded = { turns: number[]; cases: number; cpu: number; seconds: number; wrong: string[] };

type Load = {
  /** Each customer comes to the next of them. */
  servers: readonly MeasuredServer[];
  does: Case;
  clients: number;
  seconds: number;
  visitor: () => Visitor;
};

/** So many clients at once, each with one case after the other, until the time is over and the last cases are at their end. */
export async function load({ servers, does, clients, seconds, visitor }: Load): Promise<Loaded> {
  const loaded: Loaded = { turns: [], cases: 0, cpu: 0, seconds: 0, wrong: [] };
  const turn: Turn = async (_name, work) => {
    const begun = performance.now();
    const answer = await work();
    loaded.turns.push(performance.now() - begun);
    return answer;
  };
  const used = async () =>
    (await Promise.all(servers.map((one) => one.usage()))).reduce((sum, { cpu }) => sum + cpu, 0);
  let customers = 0;
  const before = await used();
  const begun = performance.now();
  const client = async () => {
    while (performance.now() - begun < seconds * 1000) {
      try {
        await does(servers[customers++ % servers.length]?.url ?? '', visitor(), turn);
        loaded.cases++;
      } catch (error) {
        loaded.wrong.push(String(error));
        if (loaded.wrong.length > 100) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  loaded.seconds = (performance.now() - begun) / 1000;
  loaded.cpu = (await used()) - before;
  return loaded;
}
