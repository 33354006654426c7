import { spawnSync } from 'node:child_process';
import * as z from 'zod';
import { isToStart } from '../kit/isToStart.ts';

const help =
  'npm run advisories: asks the registry for known holes in what production is made of; ends with 1 where there is a high one.';

const Report = z.object({
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
});

/**
 * The result of npm's report. A registry without advisories, such as many mirrors, is no proof that there are none.
 * @param report as `npm audit --json` prints it
 */
export function judged(report: unknown): { says: string; code: number } {
  const read = Report.safeParse(report).data;
  if (!read) {
    const says = 'this registry has no advisories: ask one that has, before each release';
    return { says, code: 0 };
  }
  const { total = 0, high = 0, critical = 0 } = read.metadata.vulnerabilities;
  const says = `${total} known, of which ${high} high and ${critical} critical`;
  return { says, code: high + critical > 0 ? 1 : 0 };
}

if (import.meta.main && isToStart(process.argv.slice(2), help)) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
  const { says, code } = judged(jsonOf(stdout));
  process.stdout.write(`${says}\n`);
  process.exitCode = code;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
