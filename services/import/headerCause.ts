/** The likely causes of a wrong header, in the order in which they are tried. */
const causes: readonly {
  why: string;
  shows: (header: readonly string[], wanted: readonly string[]) => boolean;
}[] = [
  {
    why: 'its cells are separated by semicolons: save it with commas',
    shows: ([only = ''], wanted) => only.split(';').length >= wanted.length,
  },
  {
    why: 'its cells are separated by tabs: save it with commas',
    shows: ([only = ''], wanted) => only.split('\t').length >= wanted.length,
  },
  {
    why: 'the header is missing, and the first row is a customer: add the header',
    shows: (header) => header.some((cell) => /^\+?\d{6,}$/.test(cell)),
  },
  {
    why: 'the names differ in capital and small letters',
    shows: (header, wanted) => header.join().toLowerCase() === wanted.join().toLowerCase(),
  },
  {
    why: 'the columns are in another order',
    shows: (header, wanted) => header.toSorted().join() === wanted.toSorted().join(),
  },
  {
    why: 'there are cells without a name after the last column',
    shows: (header, wanted) => header.slice(0, wanted.length).join() === wanted.join(),
  },
];

/** The likely cause of a wrong header, to be added to its refusal. For missing or unknown columns it names them. */
export function likelyCause(header: readonly string[], wanted: readonly string[]): string {
  const cause = causes.find(({ shows }) => shows(header, wanted))?.why;
  if (cause !== undefined) return ` (${cause})`;
  const missing = wanted.filter((name) => !header.includes(name));
  return missing.length < wanted.length ? ` (it lacks ${missing.join(', ')})` : '';
}
