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

/** How long a file may take: more where it waits for others, repeats things, or asks for more time itself; or is large. */
function weight(file: string): number {
  const { needs, takesCounts } = membershipOfFile(file);
  const code = sources.get(file) ?? '';
  const reasons = [
    ...needs,
    ...(takesCounts ? ['counts'] : []),
    ...(code.includes('this.timeout(') ? ['time'] : []),
  ];
  return reasons.length * 1e6 + code.length;
}

/** The files of a run, with what may take longest first. */
export function filesOf(run: Run): string[] {
  return globSync('test/**/*.test.ts', { cwd: root })
    .filter((file) => isIn[run](membershipOfFile(file)))
    .sort((one, other) => weight(other) - weight(one));
}
