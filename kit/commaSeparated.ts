/** The parts of a list that is separated by commas. */
export function commaSeparated(list: string): string[] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}
