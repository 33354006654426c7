import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { thisRun } from './thisRun.ts';

function refuse(): never {
  throw new Error(
    'a unit test starts no process: what its file imports must say so (test/runs/membership.ts)',
  );
}

/** Applies only where tests run, because mocha itself starts its workers. */
function startNothing(): void {
  Object.assign(ChildProcess.prototype, { spawn: refuse });
  Object.assign(childProcess, { spawnSync: refuse, execSync: refuse, execFileSync: refuse });
  syncBuiltinESMExports();
}

export const mochaHooks = thisRun === 'unit' ? { beforeAll: startNothing } : {};
