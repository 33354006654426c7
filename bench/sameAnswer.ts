/** How far the times of answers that must not be told apart lie from each other: `npm run bench`. */

import { randomUUID } from 'node:crypto';
import { minutes } from '../kit/time.ts';
import { CardOperations } from '../services/cardSystem/cardOperations.ts';
import { anOperator } from '../test/services/anOperator.ts';
import { huangXiuying, liNa, openTestBank, unknownNumber, wuMin } from '../test/services/testBank.ts';
import { difference, interleaved, median } from './medians.ts';

const times = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 1000);
const bank = await openTestBank();
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function report(title: string, series: Record<string, number[]>): void {
  const [[baseName = '', base = []] = [], ...others] = Object.entries(series);
  process.stdout.write(
    `\n${title}, ${times} interleaved tries\n  ${baseName}: ${median(base).toFixed(3)} ms\n`,
  );
  for (const [name, values] of others) {
    const { share, from, to } = difference(values, base);
    process.stdout.write(
      `  ${name}: ${median(values).toFixed(3)} ms, ${percent(share)} from it (95 %: ${percent(from)} to ${percent(to)})\n`,
    );
  }
}

const query = async (number: string) => {
  const card = await bank.card(number);
  return (round: number) =>
    bank.customerService.queryCardStatus({
      card,
      userTerminal: { channel: 'webChat', address: `${number}-${round}` },
    });
};
report(
  'A card status query without a frozen card',
  await interleaved(times, {
    unknown: await query(unknownNumber),
    active: await query(wuMin.number),
    closed: await query(huangXiuying.number),
  }),
);

const search = (phone: string, lastFour: string) => (round: number) => {
  // A card of a phone may be asked about ten times in ten minutes.
  if (round % 10 === 0) bank.passes(10 * minutes);
  const userTerminal = { channel: 'voice', address: `${phone}-${round}` } as const;
  return bank.customerService.searchCard({ userTerminal, phone, lastFour });
};
report(
  'A card search without a frozen card',
  await interleaved(times, {
    unknown: search('+12025550199', '7776'),
    active: search(wuMin.phone, '7776'),
    closed: search('+12025550109', '1104'),
    'other digits': search(liNa.phone, '0000'),
  }),
);

const operations = new CardOperations({ ...bank, clock: bank.now });
const [wrongDocument, wrongPassword] = ['440524188001010014', '000000'];
const attempts = {
  'wrong document': [wrongDocument, liNa.transactionPassword],
  'wrong password': [liNa.identityDocument, wrongPassword],
  'both wrong': [wrongDocument, wrongPassword],
} as const;

/** One whole attempt, from its first item to the answer; what it counts is taken back, and that is not measured. */
async function attempt([identityDocument, transactionPassword]: readonly [string, string]): Promise<number> {
  const userTerminal = { channel: 'webChat', address: randomUUID() } as const;
  const request = await bank.authenticationRequest(liNa.number, userTerminal);
  const begun = performance.now();
  await bank.give(request, 'identityDocument', identityDocument, userTerminal);
  const { outcome } = await bank.give(request, 'transactionPassword', transactionPassword, userTerminal);
  const taken = performance.now() - begun;
  if (outcome !== 'notAccepted') throw new Error(`an attempt ended as ${outcome}`);
  await operations.release(await bank.card(liNa.number), anOperator);
  return taken;
}

const series: Record<string, number[]> = { 'wrong document': [], 'wrong password': [], 'both wrong': [] };
const names = Object.keys(attempts) as (keyof typeof attempts)[];
for (let round = 0; round < times; round++) {
  for (let place = 0; place < names.length; place++) {
    const name = names[(place + round) % names.length] ?? 'both wrong';
    series[name]?.push(await attempt(attempts[name]));
  }
}
report('A wrong attempt', series);
await bank.close();
