/** Where a program writes what it says of itself; the process is one such place. */
type Place = {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  exitCode?: number | string | null | undefined;
};

/**
 * Whether a program that takes no words is to begin, and not to say what it does. It refuses any word that it does not
 * know, so that a misspelt `--help` starts nothing.
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
