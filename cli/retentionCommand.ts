import type { Command } from 'commander';
import { botExpiring, botRetentionShape } from '../bot/botRetention.ts';
import { noteOperatorAct } from '../bot/desk/operatorActs.ts';
import { keyedBot } from '../bot/keyedBot.ts';
import { command } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { readSettings } from '../kit/readSettings.ts';
import { countExpired, deleteExpired, type Expired, type Expiring } from '../kit/retention/expiring.ts';
import { table } from '../kit/table.ts';
import { instant } from '../kit/time.ts';
import { Audit } from '../services/audit/audit.ts';
import { bankExpiring } from '../services/bankRetention.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import type { ByHand } from '../services/contract/byHand.ts';
import type { KeyedSchema } from '../services/installation/keyedSchema.ts';
import { type Installation, openInstallation, presentIn } from '../services/installation/openInstallation.ts';
import { keyedBank } from '../services/keyedBank.ts';
import { addEraseCommand } from './eraseCommand.ts';
import { byHand, reasonOption } from './operator.ts';
import type { Surroundings } from './surroundings.ts';

type Options = { json?: boolean; dryRun?: boolean; reason?: string };
type Half = KeyedSchema & { kinds: Expiring[] };

const shape = { ...bankSettingsShape, ...botRetentionShape };

/** `thawline retention`: does once what the services do every minute and every hour, and reports it. */
export function retentionCommand({
  terminal,
  environment,
  clock,
  operator,
}: Pick<Surroundings, 'terminal' | 'environment' | 'clock' | 'operator'>): Command {
  const program = command('retention', terminal)
    .description(
      'delete expired rows from the database of DATABASE_URL, the bank’s half and the bot’s as far as they ' +
        'are in it; the RETENTION_… settings say how long what is kept, and the audit trail stays',
    )
    .option('--dry-run', 'delete nothing; only count the expired rows')
    .option(
      '--json',
      'print a JSON array of {"kind","keptFor","deleted"}, or with --dry-run {"kind","keptFor","due"}',
    )
    .addOption(reasonOption())
    .allowExcessArguments(false)
    .action(async ({ json, dryRun, ...says }: Options) => {
      const by = byHand(operator, says);
      const read = readSettings(shape, environment());
      const settings = bankSettings(read);
      const schemas = await presentIn<Half>(settings.databaseUrl, [
        { ...keyedBank, kinds: bankExpiring(settings.retention) },
        { ...keyedBot, kinds: botExpiring(read) },
      ]);
      if (schemas.length === 0)
        throw new UnfreezeError('storeUnavailable', 'the database of DATABASE_URL has no tables of Thawline');
      // Deleting needs no key; but a database with other keys is probably the wrong one.
      const { store, keyRing } = await openInstallation({ settings, clock, schemas });
      try {
        const kinds = schemas.flatMap((half) => half.kinds);
        const progress = (kind: string, count: number) => terminal.progress?.(`${kind}: ${count} deleted`);
        const expired = dryRun
          ? await countExpired(store, kinds, clock())
          : await deleteExpired(store, kinds, clock(), progress);
        terminal.progress?.('');
        if (!dryRun)
          await noteSweep({ store, keyRing, now: clock(), hasTrail: schemas.some(isBank) }, expired, by);
        terminal.out(told(expired, dryRun ? 'due' : 'deleted', json));
      } finally {
        await store.close();
      }
    });
  addEraseCommand(program, { terminal, environment, clock, ...(operator && { operator }) });
  return program;
}

const isBank = ({ schema }: KeyedSchema) => schema === keyedBank.schema;

type Noting = Pick<Installation, 'store' | 'keyRing'> & { now: Date; hasTrail: boolean };

/**
 * Writes one entry about all deleted rows. A database with the bot's half alone has no trail; there the bot tells the
 * bank's side.
 */
async function noteSweep(
  { store, keyRing, now, hasTrail }: Noting,
  expired: Expired[],
  by: ByHand,
): Promise<void> {
  const gone = expired.filter(({ count }) => count > 0);
  if (gone.length === 0) return;
  const deleted = gone.map(({ kind, count }) => `${kind}: ${count}`);
  await store.transaction([], (manager) =>
    hasTrail
      ? new Audit(keyRing).write(manager, now, 'retentionSwept', { deleted, ...by })
      : noteOperatorAct(manager, { did: 'retentionSwept', deleted, at: instant(now), ...by }),
  );
}

function told(expired: Expired[], count: 'deleted' | 'due', json = false): string {
  if (json) {
    const rows = expired.map((one) => ({ kind: one.kind, keptFor: one.keptFor, [count]: one.count }));
    return `${JSON.stringify(rows, null, 2)}\n`;
  }
  const head = ['what', 'kept for', count];
  return table([head, ...expired.map((one) => [one.kind, one.keptFor, String(one.count)])]);
}
