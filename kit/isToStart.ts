/** The place where a program writes about itself, such as the process. */
type Place = {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  exitCode?: number | string | null | undefined;
};

/**
 * Whether a program without options should start; with `--help` it prints its help instead. An unknown option is
 * refused, so that a misspelt `--help` starts nothing.
 */
export function isToStart(words: readonly string[], help: string, place: Place = process): boolean {
  if (words.length === 0) return true;
  if (words.some((word) => word === '--help' || word === '-h')) {
    place.stdout.write(`${help}\n`);
    return false;
  }
  place.stderr.write(`${words.join(' ')}: nothing may stand behind it but --help\n`);
  place.exitCode = 2;
  return false;
}
