import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './figures.ts';
import type { MeasuredInstallation } from './installation.ts';
import { MeasuredServer } from './measuredServer.ts';
import { measured } from './servers.ts';
import type { Turn, Visitor } from './visitor.ts';

type Counts = { statements: number; transactions: number; commits: number; flushes: number };
type Counted = { name: string; turns: [turn: string, counts: Counts][]; whole: Counts };

/** What the database is asked in each turn, by one customer alone; flushes where there is strace to count them. */
export async function traced(installation: MeasuredInstallation, visitor: () => Visitor): Promise<Counted[]> {
  const flushes = hasStrace() ? join(installation.folder, 'flushes.txt') : undefined;
  const server = await MeasuredServer.started({ ...installation.program, traced: true, flushes });
  const now = async (): Promise<Counts> => {
    const { statements = 0, transactions = 0, commits = 0 } = (await server.usage()).counted;
    return { statements, transactions, commits, flushes: flushes ? lines(flushes) : 0 };
  };
  const counted: Counted[] = [];
  for (const { name, does } of measured.filter(({ peer }) => peer === undefined)) {
    const turns: Counted['turns'] = [];
    const turn: Turn = async (named, work) => {
      const before = await now();
      const answer = await work();
      turns.push([named, difference(before, await now())]);
      return answer;
    };
    // Twice: what is made once for all is made by then.
    await does(server.url, visitor(), turn);
    turns.length = 0;
    const before = await now();
    await does(server.url, visitor(), turn);
    counted.push({ name, turns, whole: difference(before, await now()) });
  }
  await server.end();
  return counted;
}

export function tracedTable(counted: readonly Counted[]): string {
  const rows = counted.flatMap(({ name, turns, whole }) => [
    ...turns.map(([turn, counts]) => [`${name}: ${turn}`, ...cells(counts)]),
    [`**${name}, all**`, ...cells(whole)],
  ]);
  return table(['turn', 'statements', 'transactions', 'commits', 'flushes'], rows);
}

/** The whole case of web chat: what a step is to bring down. */
export function inShort(counted: readonly Counted[]): string {
  const whole = counted.find(({ name }) => name === 'web, whole case')?.whole;
  if (!whole) return '';
  return `${whole.statements} statements, ${whole.commits} commits, ${whole.flushes || 'no count of'} flushes`;
}

const cells = ({ statements, transactions, commits, flushes }: Counts) =>
  [statements, transactions, commits, flushes || '-'].map(String);

const difference = (before: Counts, after: Counts): Counts => ({
  statements: after.statements - before.statements,
  transactions: after.transactions - before.transactions,
  commits: after.commits - before.commits,
  flushes: after.flushes - before.flushes,
});

const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length;

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
