import { type Argon2Parameters, argon2 } from 'node:crypto';
import { promisify } from 'node:util';
import { outputOf } from '../../services/cardSystem/remote/handedOverVerifier.ts';
import { Broken, holds, NotTried } from './outcomes.ts';
import type { Promised } from './promise.ts';
import { type TestedBank, versionsOf } from './testedBank.ts';

/** The number of wrong passwords after which a card must be frozen at the latest. */
const mostWrong = 10;

const hash = promisify((parameters: Argon2Parameters, done: (error: Error | null, output: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);

/** The promises about the counter of wrong passwords, which the card system keeps. */
export const passwords: readonly Promised[] = [
  {
    id: 'rightPassword',
    says: 'knows the right transaction password from a wrong one',
    async try(bank) {
      const right = bank.password();
      holds(await matches(bank, right), 'the right password is said to be wrong');
      holds(!(await matches(bank, wrong(right))), 'a wrong password is said to be right');
      await fresh(bank);
    },
  },
  {
    id: 'wrongPasswordsFreeze',
    says: `freezes the card for wrong passwords, after ${mostWrong} of them at the latest`,
    async try(bank) {
      await untilFrozen(bank);
      await fresh(bank);
    },
  },
  {
    id: 'countsOnce',
    says: 'counts a wrong password once for each key',
    async try(bank) {
      const times = await severalWrong(bank);
      for (let count = 1; count < times - 1; count++) await gives(bank, false);
      const key = bank.newKey();
      for (let count = 0; count < 3; count++) await gives(bank, false, key);
      holds(!(await isFrozenForPasswords(bank)), 'the same wrong password was counted again under its key');
      await gives(bank, false);
      holds(await isFrozenForPasswords(bank), 'a wrong password under a new key was not counted');
      await fresh(bank);
    },
  },
  {
    id: 'rightResets',
    says: 'begins to count anew after an unfreezing that rested on the right password',
    async try(bank) {
      const times = await severalWrong(bank);
      for (let count = 1; count < times; count++) await gives(bank, false);
      await fresh(bank);
      for (let count = 1; count < times; count++) await gives(bank, false);
      holds(
        !(await isFrozenForPasswords(bank)),
        'the right password and an unfreezing did not reset the counter',
      );
      await fresh(bank);
    },
  },
  {
    id: 'nothingElseResets',
    says: 'does not begin to count anew after an unfreezing without the right password',
    async try(bank) {
      await severalWrong(bank);
      await untilFrozen(bank);
      await bank.active();
      await gives(bank, false);
      holds(
        await isFrozenForPasswords(bank),
        'an unfreezing without the right password has reset the counter',
      );
      await fresh(bank);
    },
  },
];

const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0');

/** How the password of the test card is checked. @throws NotTried where none is reserved */
async function checkedBy(bank: TestedBank) {
  const { transactionPassword } = (await bank.card()).customer.reserved;
  if (transactionPassword) return transactionPassword;
  throw new NotTried('the test card has no transaction password');
}

async function matches(bank: TestedBank, password: string): Promise<boolean> {
  const check = await checkedBy(bank);
  if (check.checkedBy === 'cardSystem') return verifies(bank, password);
  const { output, ...costs } = outputOf(check.verifier);
  const made = await hash({ ...costs, message: password, tagLength: output.length });
  return made.equals(output);
}

async function verifies(bank: TestedBank, password: string, key = bank.newKey()): Promise<boolean> {
  const { cardNumber } = bank.cards;
  return (await bank.ask('password-verifications', { cardNumber, password }, { key })).matched;
}

/** Lets the customer give the right or a wrong password, and reports it to the card system. */
async function gives(bank: TestedBank, isRight: boolean, key = bank.newKey()): Promise<void> {
  const right = bank.password();
  const check = await checkedBy(bank);
  if (check.checkedBy === 'cardSystem') await verifies(bank, isRight ? right : wrong(right), key);
  else await bank.ask('password-checks', { cardNumber: bank.cards.cardNumber, matched: isRight }, { key });
}

async function isFrozenForPasswords(bank: TestedBank): Promise<boolean> {
  return (await bank.card()).freezes.includes('transactionPasswordErrors');
}

/** Resets the test card's counter: the right password is given, and an unfreezing follows. */
async function fresh(bank: TestedBank): Promise<void> {
  await bank.frozen('customerRequest');
  await gives(bank, true);
  const { outcome } = await bank.unfreeze(versionsOf(await bank.card()));
  holds(outcome === 'unfrozen', 'after the right password the card was not unfrozen');
}

/** Gives wrong passwords until the card is frozen. @returns how many it took */
async function untilFrozen(bank: TestedBank): Promise<number> {
  for (let count = 1; count <= mostWrong; count++) {
    await gives(bank, false);
    if (await isFrozenForPasswords(bank)) return count;
  }
  throw new Broken(`${mostWrong} wrong passwords under as many keys did not freeze the card`);
}

/**
 * @returns the number of wrong passwords that freeze the card, whose counter is then reset; @throws NotTried where one
 * is enough
 */
async function severalWrong(bank: TestedBank): Promise<number> {
  await fresh(bank);
  const times = await untilFrozen(bank);
  await fresh(bank);
  if (times > 1) return times;
  throw new NotTried('the card is frozen after one wrong password');
}
