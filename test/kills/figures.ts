import type { KillPoint } from './crossings.ts';

/** A kill that landed, with how many other POSTs were on their way in the same process. */
export type Kill = KillPoint & { others: number };

/** Kills by step as a table of `docs/test-long.md`. */
export function figures(database: string, kills: readonly Kill[]): string {
  const steps = [...new Set(kills.map(({ step }) => step))].sort();
  const rows = steps.map((step) => {
    const here = kills.filter((kill) => kill.step === step);
    return `| ${step} | ${here.length} | ${Math.max(...here.map(({ others }) => others))} |`;
  });
  const amid = kills.filter(({ others }) => others > 0).length;
  return [
    `${database}: ${kills.length} kills, ${amid} of them with other requests on their way`,
    '| step | kills | others on their way, at most |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}
