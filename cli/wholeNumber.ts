import { InvalidArgumentError } from 'commander';

/** Reads an option that is a whole number from 1, written in digits only. */
export function wholeNumber(most: number): (given: string) => number {
  return (given) => {
    const number = /^[1-9]\d{0,14}$/.test(given) ? Number(given) : Number.NaN;
    if (number <= most) return number;
    throw new InvalidArgumentError(`A whole number from 1 to ${most} is needed.`);
  };
}
