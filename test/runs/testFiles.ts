import { globSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { root, sourcesOnDisk } from './imports.ts';
import { comesAgain, isQuick, isUnit, type Membership, membershipOf } from './membership.ts';
import type { Run } from './thisRun.ts';

const sources = sourcesOnDisk();
const known = new Map<string, Membership>();

/** @param file its path, whole or from the root of the project */
export function membershipOfFile(file: string): Membership {
  const name = relative(root, resolve(root, file));
  const membership = known.get(name) ?? membershipOf(name, sources);
  known.set(name, membership);
  return membership;
}

const isIn: Record<Run, (membership: Membership) => boolean> = {
  unit: isUnit,
  quick: isQuick,
  full: (membership) => !isQuick(membership) || comesAgain(membership),
  long: () => true,
};

/** The files of a run, with what takes longest first: what repeats and what waits for others, and then the large files. */
export function filesOf(run: Run): string[] {
  const weight = (file: string) => {
    const { needs, takesCounts } = membershipOfFile(file);
    return (needs.length + (takesCounts ? 1 : 0)) * 1e6 + (sources.get(file)?.length ?? 0);
  };
  return globSync('test/**/*.test.ts', { cwd: root })
    .filter((file) => isIn[run](membershipOfFile(file)))
    .sort((one, other) => weight(other) - weight(one));
}
