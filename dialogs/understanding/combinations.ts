const slot = /\(([^()]*)\)\?|\(([^()]*\|[^()]*)\)/;

/**
 * `is (it|this) (really )?free` as each with each, what is followed by `?` with and without it, or as many of them, spread
 * evenly, as are enough.
 */
export function spread(line: string, most: number): string[] {
  const all = combinations(line);
  const step = Math.max(1, all.length / most);
  return Array.from(
    { length: Math.min(all.length, most) },
    (_, place) => all[Math.floor(place * step)] ?? line,
  );
}

function combinations(line: string): string[] {
  const found = slot.exec(line);
  if (found === null) return [line.replace(/ +/g, ' ').replaceAll(' ,', ',').trim()];
  const [whole, optional, choice = ''] = found;
  const [before, after] = [line.slice(0, found.index), line.slice(found.index + whole.length)];
  const alternatives = optional === undefined ? choice.split('|') : [...optional.split('|'), ''];
  return alternatives.flatMap((one) => combinations(before + one + after));
}
