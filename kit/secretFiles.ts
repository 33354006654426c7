import { readFileSync } from 'node:fs';

const longest = 64 * 1024;

/** The setting that names the file of a secret. */
export function inFile(name: string): string {
  return `${name}_FILE`;
}

/**
 * Reads the files of secrets, as containers get them: one line each, without the line end.
 * @returns the secrets by their names, and the faults, each beginning with its setting and without the file's content
 */
export function fromFiles(
  secrets: readonly string[],
  given: NodeJS.ProcessEnv,
): { contents: Record<string, string>; reasons: string[] } {
  const contents: Record<string, string> = {};
  const reasons: string[] = [];
  for (const name of secrets) {
    const file = given[inFile(name)];
    if (file === undefined) continue;
    const read = given[name] === undefined ? lineOf(file) : { reason: `${name} is given as well` };
    if ('line' in read) contents[name] = read.line;
    else reasons.push(`${inFile(name)}: ${read.reason}`);
  }
  return { contents, reasons };
}

function lineOf(file: string): { line: string } | { reason: string } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { reason: `${file} cannot be read (${(error as NodeJS.ErrnoException).code})` };
  }
  const line = text.replace(/\r?\n$/, '');
  if (line === '') return { reason: `${file} is empty` };
  if (line.length > longest || /[\0\r\n]/.test(line)) return { reason: `${file} holds more than one line` };
  return { line };
}
