/** A form that comes in the place of one comes with the same rendering. */
const patience = 1000;

let held: { key: string; value: string } | undefined;

/**
 * Holds what stands in a field that goes for the one that takes its place in another language: a moment, in memory, and
 * for the same item of the same attempt alone.
 */
export function handOver(key: string, value: string): void {
  if (value === '') return;
  const mine = { key, value };
  held = mine;
  setTimeout(() => {
    if (held === mine) held = undefined;
  }, patience);
}

/** @returns what was handed over for this field; nobody gets it a second time */
export function takeOver(key: string): string | undefined {
  const taken = held?.key === key ? held.value : undefined;
  held = undefined;
  return taken;
}
