import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UnfreezeError } from '../../kit/errors.ts';

const execute = promisify(execFile);
const most = 256 * 2 ** 20;

/** Runs a program. @returns its standard output @throws UnfreezeError `settingsInvalid` with its error output */
export async function ran(program: string, words: readonly string[], cwd: string): Promise<Buffer> {
  try {
    const { stdout } = await execute(program, [...words], { cwd, encoding: 'buffer', maxBuffer: most });
    return stdout;
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: Buffer | string };
    throw new UnfreezeError('settingsInvalid', `${program} ${words[0] ?? ''} failed: ${stderr}`, { cause });
  }
}
