import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { FileUnreadable, writtenJson } from '../../kit/writtenFile.ts';

const CardNumber = z.string().regex(/^\d{13,19}$/, 'must be 13 to 19 digits');

/** The cards in a bank's test system that the kit may use. It freezes and unfreezes `cardNumber` many times. */
const TestCards = z.strictObject({
  cardNumber: CardNumber,
  transactionPassword: z
    .string()
    .regex(/^\d{4,12}$/, 'must be 4 to 12 digits')
    .optional(),
  closedNumber: CardNumber.optional(),
  /** A number that no card has. */
  unknownNumber: CardNumber,
  /** The card system names cards by tokens: each number is made one first, and sent nowhere else. */
  byToken: z.literal(true).optional(),
});
export type TestCards = z.infer<typeof TestCards>;

/** @throws UnfreezeError `settingsInvalid`, with every fault and none of the numbers */
export function readTestCards(file: string): TestCards {
  try {
    const { value, problems } = writtenJson(file, 10_000);
    const read = TestCards.safeParse(value);
    const wrong = (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
    if (read.success && problems.length === 0) return read.data;
    throw new FileUnreadable([...problems, ...wrong].join('; '));
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    throw new UnfreezeError('settingsInvalid', `${file}: ${error.message}`);
  }
}
