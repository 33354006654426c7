import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { botSchema } from '../../bot/botSchema.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { approvalsCommand } from '../../cli/approvalsCommand.ts';
import { auditCommand } from '../../cli/auditCommand.ts';
import { cardsCommand } from '../../cli/cardsCommand.ts';
import { casesCommand } from '../../cli/casesCommand.ts';
import { keysCommand } from '../../cli/keysCommand.ts';
import type { Operator } from '../../cli/operator.ts';
import { retentionCommand } from '../../cli/retentionCommand.ts';
import { run } from '../../kit/command.ts';
import { Cards } from '../../services/tables/card.ts';
import { packet } from '../bot/desk/packet.ts';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import { cardFile, cardNumber, cardRow } from '../services/cardSystem/cardFiles.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { openTestBank, zhaoLei } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** What an operator can do, beside a service that has the same database. */
export async function runCommands(empty: () => Promise<EmptyDatabase>): Promise<void> {
  const folder = temporaryFolder();
  const bank = await openTestBank({ empty, beside: [botSchema] });
  const { store, now: clock } = bank;
  const { terminal, said } = recordedTerminal();
  const settings = {
    DATABASE_URL: bank.databaseUrl,
    KEYS_FILE: bank.keysFile,
    AUDIT_ANCHORS: join(folder.path, 'anchors.jsonl'),
  };
  const surroundings = { terminal, environment: () => settings, clock, input: Readable.from([]) };
  const runs = async (program: typeof cardsCommand, ...words: string[]) => {
    assert.equal(await run(program(surroundings), words, terminal), 0, `${words.join(' ')}: ${said.err}`);
  };
  const approvedBy = async (operator: Operator, id: string) => {
    const program = approvalsCommand({ ...surroundings, operator });
    assert.equal(await run(program, ['approve', id], terminal), 0, said.err);
  };
  try {
    const file = join(folder.path, 'cards.csv');
    writeFileSync(
      file,
      cardFile([cardRow({ cardNumber: cardNumber(1), status: 'frozen', freezeReasons: 'dormant' })]),
    );
    const card = await bank.card(zhaoLei.number);
    await runs(cardsCommand, 'import', file);
    await runs(cardsCommand, 'list');
    await runs(cardsCommand, 'list', '--all', '--after', card);
    await runs(cardsCommand, 'find', '4446');
    await runs(cardsCommand, 'show', card);
    await runs(cardsCommand, 'freeze', card, 'dormant');
    await runs(cardsCommand, 'lift', card, 'dormant', '--by', 'J. Chen');
    await runs(cardsCommand, 'release', card);
    await runs(cardsCommand, 'unfreezings');
    await bank.approvals.need();
    await runs(cardsCommand, 'freeze', card, 'dormant');
    await runs(cardsCommand, 'lift', card, 'dormant', '--by', 'J. Chen', '--reason', 'why');
    await runs(approvalsCommand, 'list');
    const [request] = await bank.approvals.open();
    await approvedBy({ who: 'another', uid: 123_456 }, request?.id ?? '');
    await runs(approvalsCommand, 'off', '--reason', 'why');
    const [last] = await bank.approvals.open();
    await approvedBy({ who: 'another', uid: 123_456 }, last?.id ?? '');
    const id = await new HandoffQueue({ store, clock }).open(packet);
    await runs(casesCommand, 'list');
    await runs(casesCommand, 'close', id);
    await runs(retentionCommand, '--dry-run');
    await runs(retentionCommand);
    const { customerId } = await store.read((manager) => manager.findOneByOrFail(Cards, { reference: card }));
    await runs(retentionCommand, 'erase', customerId);
    await runs(keysCommand, 'rotate');
    await runs(keysCommand, 'rewrap');
    await run(auditCommand(surroundings), ['verify'], terminal);
    for (const words of [[], ['--card', '4446'], ['--since', 'PT1H', '--until', 'PT1M']])
      await runs(auditCommand, 'show', ...words);
  } finally {
    await bank.close();
    folder.remove();
  }
}
