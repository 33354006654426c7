import { dirname } from 'node:path';
import { importsOf, type Sources } from './imports.ts';

const server = 'a server';

/** What a unit test does without, by the module that brings it. */
export const brings: Readonly<Record<string, string>> = {
  'node:child_process': 'a process',
  'node:cluster': 'a process',
  'node:worker_threads': 'a process',
  // The bundler of the pages works in a process of its own.
  'build/buildPages.ts': 'a process',
  'playwright-core': 'a browser',
  pg: 'PostgreSQL',
  'test/databases/cluster.ts': 'PostgreSQL',
  'test/databases/postgres.ts': 'PostgreSQL',
  // What a processor takes is compared only where little else runs.
  'test/readers/cpuTime.ts': 'a quiet processor',
  // What answers over HTTP is started in the quick run as well: only the unit run does without.
  'kit/http/httpServer.ts': server,
  'node:http': server,
  // Walks and measurements say the more the longer they are.
  'test/progress.ts': 'many rounds',
  'bench/understanding/sentences.ts': 'every sentence',
};

/** What holds on either database can do without the second one: no more is asked of what it imports. */
const eachDatabase = 'test/databases/databases.ts';

const counts = 'test/counts.ts';

/** All that decides in which runs a test file is. */
export type Membership = {
  /** What it cannot do without: a process, a browser, PostgreSQL, a quiet processor, a server, many rounds. */
  needs: readonly string[];
  /** What a customer would lose where it does not hold, and why, as the first line of the file says it. */
  guards: string | undefined;
  /** Whether it takes the databases that a run has. */
  takesDatabases: boolean;
  /** Whether it takes the counts that a run has. */
  takesCounts: boolean;
};

/**
 * The run of a test file, by what it imports: through the tests' own modules, and through the rooms that it enters
 * itself.
 */
export function membershipOf(file: string, sources: Sources): Membership {
  const reached = reachedFrom(file, sources);
  const [firstLine = ''] = (sources.get(file) ?? '').split('\n');
  const [, guards] = /^\/\/ Guards ((?:money|a secret): .+)$/.exec(firstLine) ?? [];
  return {
    needs: [...new Set([...reached].flatMap((name) => brings[name] ?? []))].sort(),
    guards,
    takesDatabases: reached.has(eachDatabase),
    takesCounts: reached.has(counts),
  };
}

const isOfTheTests = (name: string) => name.startsWith('test/');

/**
 * The modules that a file reaches. In the product only those count that start a process, because PostgreSQL is known
 * everywhere and opened only when asked.
 */
function reachedFrom(file: string, sources: Sources): Set<string> {
  const reached = new Set<string>();
  const ahead = [file];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const name of importsOf(at, sources)) {
      if (reached.has(name) || name === at) continue;
      const isEntered = isOfTheTests(at) || dirname(name) === dirname(at);
      if (!isEntered && brings[name] !== 'a process') continue;
      reached.add(name);
      if (name !== eachDatabase && sources.get(name) !== undefined) ahead.push(name);
    }
  }
  return reached;
}

export function isUnit({ needs }: Membership): boolean {
  return needs.length === 0;
}

/** Whatever needs nothing or a server alone, and what guards money or a secret; all else is for the full run. */
export function isQuick({ needs, guards }: Membership): boolean {
  return needs.every((need) => need === server) || guards !== undefined;
}

/** Whether the full run takes up again what the quick run leaves out of a file of its own. */
export function comesAgain(membership: Membership): boolean {
  const { takesDatabases, takesCounts, guards } = membership;
  return isQuick(membership) && (takesCounts || (takesDatabases && guards === undefined));
}
