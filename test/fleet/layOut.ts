import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';

const repository = resolve(import.meta.dirname, '../..');
const Named = z.strictObject({ commit: z.string().regex(/^[\da-f]{40}$/), why: z.string() });
const Packages = z.object({ dependencies: z.record(z.string(), z.string()) });

/** The version that may stand beside the present one, as `deploy/versionBefore.json` names it. */
export function versionBefore(): string {
  return Named.parse(json(readFileSync(join(repository, 'deploy/versionBefore.json'), 'utf8'))).commit;
}

/** Whether the repository has the history in which it stands: a copy of the newest commit alone has not. */
export function hasHistory(commit: string): boolean {
  try {
    git('cat-file', '-e', `${commit}^{commit}`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Lays a version out in a folder and builds it there. It runs on the packages that are installed here.
 * @throws UnfreezeError `settingsInvalid` where it needs other packages than this version
 */
export function layOut(commit: string, folder: string): void {
  assertSamePackages(commit);
  mkdirSync(folder, { recursive: true });
  const archive = git('archive', '--format=tar', commit);
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['build/build.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (!existsSync(join(folder, 'built/manifest.json'))) throw new Error(`${commit} has built no pages`);
}

function assertSamePackages(commit: string): void {
  const wanted = Packages.parse(json(git('show', `${commit}:package.json`).toString())).dependencies;
  const here = Packages.parse(json(readFileSync(join(repository, 'package.json'), 'utf8'))).dependencies;
  const others = Object.keys(wanted).filter((name) => wanted[name] !== here[name]);
  if (others.length === 0) return;
  const named = `it runs on another ${others.join(', ')}`;
  throw new UnfreezeError('settingsInvalid', `deploy/versionBefore.json: ${named}; name a newer commit`);
}

function git(...words: string[]): Buffer {
  return execFileSync('git', ['-C', repository, ...words], {
    maxBuffer: 512 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function json(text: string): unknown {
  return JSON.parse(text);
}
