import type { Command } from 'commander';
import { command } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { table } from '../kit/table.ts';
import { Instant } from '../kit/time.ts';
import { LostUnfreezings, type ReportedUnfreezing } from '../services/audit/lostUnfreezings.ts';
import type { CardSystem } from '../services/cardSystem/cardSystem.ts';
import { bytesOf } from '../services/import/cardFile.ts';
import { csvRecords } from '../services/import/csvRecords.ts';
import { Unreadable } from '../services/import/utf8Lines.ts';
import { byHand, reasonOption } from './operator.ts';
import type { Surroundings } from './surroundings.ts';
import { withBank } from './withBank.ts';

const columns = 'idempotencyKey,cardNumber,at';
const more = `
FILE is what the card system has unfrozen for Thawline since the moment of the backup, as CSV with the head ${columns},
where at is a moment as 2026-03-01T09:30:00.000Z. known: nothing is to be done. open: the service asks again, under the same
key, and concludes it. lost: the database does not know of it; the customer got a receipt then, or never will. With --by each
lost one gets an entry in the audit trail.`;

type Options = { by?: string; reason?: string; json?: true };

/** `thawline reconcile`: compares a restored database with what the card system did since the backup. */
export function reconcileCommand({
  terminal,
  environment,
  clock,
  operator,
}: Pick<Surroundings, 'terminal' | 'environment' | 'clock' | 'operator'>): Command {
  return command('reconcile', terminal)
    .description('after a restore: compare the card system’s own list of unfreezings with the database')
    .argument('<FILE>', `CSV: ${columns}`)
    .option('--by <NAME>', 'write what is lost into the audit trail; a remark beside your login there')
    .addOption(reasonOption())
    .option('--json', 'print a JSON array of {"id","card","at","standing"}')
    .addHelpText('after', more)
    .action(async (file: string, { json, ...says }: Options) => {
      const by = says.by === undefined ? undefined : byHand(operator, says);
      await withBank({ environment, clock }, async (bank) => {
        const reported = await reportedIn(file, bank.cardSystem);
        const lost = new LostUnfreezings(bank);
        const standing = await lost.standing(reported);
        const rows = reported.map((one) => ({ ...one, standing: standing.get(one.id) ?? 'lost' }));
        const noted = by === undefined ? [] : await lost.note(reported, by);
        terminal.out(json ? `${JSON.stringify(rows, null, 2)}\n` : told(rows));
        if (noted.length > 0) terminal.err(`${noted.length} written into the audit trail as lost\n`);
      });
    });
}

function told(rows: (ReportedUnfreezing & { standing: string })[]): string {
  if (rows.length === 0) return 'the file names no unfreezing\n';
  const cells = rows.map(({ id, card, at, standing }) => [standing, id, card, at]);
  return table([['standing', 'id', 'card', 'at'], ...cells]);
}

/** @throws UnfreezeError `messageInvalid` with the number of the wrong line, and without its content */
async function reportedIn(
  file: string,
  cardSystem: Pick<CardSystem, 'referenceNamed'>,
): Promise<ReportedUnfreezing[]> {
  const reported: ReportedUnfreezing[] = [];
  let isHead = true;
  try {
    for await (const records of csvRecords(bytesOf(file)))
      for (const { line, cells } of records) {
        if (!isHead) reported.push(read(line, cells, cardSystem));
        else if (cells.join() !== columns) throw new Unreadable(line, `the head must be ${columns}`);
        isHead = false;
      }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new UnfreezeError('messageInvalid', `${file}, line ${error.line}: ${error.message}`);
  }
  return reported;
}

/** @throws Unreadable */
function read(
  line: number,
  [id = '', number = '', at = '']: string[],
  cardSystem: Pick<CardSystem, 'referenceNamed'>,
): ReportedUnfreezing {
  if (!/^[\w-]{1,100}$/.test(id)) throw new Unreadable(line, 'no Idempotency-Key');
  if (!Instant.safeParse(at).success) throw new Unreadable(line, 'no moment as 2026-03-01T09:30:00.000Z');
  try {
    return { id, card: cardSystem.referenceNamed(number), at };
  } catch {
    throw new Unreadable(line, 'no card number');
  }
}
