import { Readable } from 'node:stream';
import { approvalsCommand } from '../../cli/approvalsCommand.ts';
import { auditCommand } from '../../cli/auditCommand.ts';
import { cardsCommand } from '../../cli/cardsCommand.ts';
import { keysCommand } from '../../cli/keysCommand.ts';
import type { Operator } from '../../cli/operator.ts';
import { run } from '../../kit/command.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { type TestBank, zhaoLei } from '../services/testBank.ts';

const programs = {
  approvals: approvalsCommand,
  audit: auditCommand,
  cards: cardsCommand,
  keys: keysCommand,
} as const;

export const liming: Operator = { who: 'liming', uid: 1001 };
export const wangfang: Operator = { who: 'wangfang', uid: 1002 };

/** Says a command as an operator says it, beside the bank's side. */
export async function says(
  bank: TestBank,
  operator: Operator,
  [program, ...words]: [keyof typeof programs, ...string[]],
  settings: NodeJS.ProcessEnv = {},
) {
  const { terminal, said } = recordedTerminal();
  const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile, ...settings });
  const around = { terminal, environment, clock: bank.now, operator, input: Readable.from(['']) };
  return { code: await run(programs[program](around), words, terminal), ...said };
}

/** The id in what was said of a request. */
export function requestIn({ out }: { out: string }): string {
  const [, id] = /approvals approve ([A-Z2-9]{6})\n$/.exec(out) ?? [];
  if (id === undefined) throw new Error(`nothing was asked for: ${out}`);
  return id;
}

/** Locks Zhao Lei's card with three wrong tries. @returns its reference */
export async function lockedCard(bank: TestBank, address = 'a-conversation'): Promise<string> {
  const from = { channel: 'webChat', address } as const;
  const request = await bank.authenticationRequest(zhaoLei.number, from);
  for (const attempt of [1, 2, 3])
    await bank.give({ ...request, attempt }, 'transactionPassword', '000000', from);
  return bank.card(zhaoLei.number);
}
