import { columns } from '../../../services/import/csvRows.ts';

export type Cells = Partial<Record<(typeof columns)[number], string>>;

/** A row of a file of cards: an active card of a customer who has reserved nothing, but for these cells. */
export function cardRow(cells: Cells): string {
  const usual: Cells = {
    name: '安娜',
    latinName: 'An Na',
    phone: '+12025550171',
    language: 'zh-Hans',
    cardNumber: cardNumber(1),
    status: 'active',
  };
  const all = { ...usual, ...cells };
  return columns.map((column) => all[column] ?? '').join();
}

/** A file of cards with its header. */
export function cardFile(rows: string[]): string {
  return [columns.join(), ...rows, ''].join('\n');
}

/** A made-up card number of its own for each count, with its check digit (ISO/IEC 7812-1, annex B). */
export function cardNumber(count: number): string {
  const body = `6200${String(count).padStart(12, '0')}`;
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
