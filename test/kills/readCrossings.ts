import { readFileSync } from 'node:fs';

/** One step that one POST has crossed; the last of a process may be where it was killed. */
export type Crossing = { post: number; step: string; killed: boolean };

/** What `crossings.ts` has written. */
export function readCrossings(file: string): Crossing[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    const [post = '', step = '', killed] = line.split('\t');
    return { post: Number(post), step, killed: killed !== undefined };
  });
}

/** How many other POSTs were on their way when the last step was crossed. */
export function othersOnTheirWay(crossed: readonly Crossing[]): number {
  const own = crossed.at(-1)?.post;
  const answered = crossed.filter(({ step }) => step.endsWith(': its answer is written'));
  const done = new Set([own, ...answered.map(({ post }) => post)]);
  return new Set(crossed.map(({ post }) => post).filter((post) => !done.has(post))).size;
}
