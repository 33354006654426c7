import { Command, CommanderError } from 'commander';
import { withoutDirections } from './customerText.ts';
import { UnfreezeError } from './errors.ts';
import { loggedError } from './loggedError.ts';

/** The places where a command writes its results and its errors. */
export type CommandTerminal = {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Shows the progress of long work in one line that is overwritten; undefined where nobody watches. */
  progress?: (text: string) => void;
  /** Whether anybody still reads the results; `head` stops reading after a few lines. */
  isHeard?: () => boolean;
};

/** The terminal that the process was started from. */
export const processTerminal: CommandTerminal = {
  out: (text) => process.stdout.write(withoutDirections(text)),
  err: (text) => process.stderr.write(withoutDirections(text)),
  isHeard: () => process.stdout.writable,
  progress: (text) => process.stderr.isTTY && process.stderr.write(`\r${text}\u001b[K`),
};

/**
 * A command that throws when it is used wrongly, instead of ending the process. Its subcommands are made with
 * `.command()`.
 */
export function command(name: string, { out, err }: CommandTerminal): Command {
  return new Command(name)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err })
    .showHelpAfterError();
}

const wrongUse = ['settingsInvalid', 'messageInvalid', 'keysForeign'];

/** Runs a command. @returns the exit code: 0, 1 where it failed, 2 where it was used wrongly */
export async function run(
  program: Command,
  words: readonly string[],
  { err }: CommandTerminal,
): Promise<number> {
  try {
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const ours = error instanceof UnfreezeError;
    err(`${ours ? error.message : JSON.stringify(loggedError(error))}\n`);
    return ours && wrongUse.includes(error.code) ? 2 : 1;
  }
}
