import { type Command, Option } from 'commander';
import { keyedBot } from '../bot/keyedBot.ts';
import { command } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { readSettings } from '../kit/readSettings.ts';
import { openStore } from '../kit/store/openStore.ts';
import { asItIs, isContraction, migrationsOf, newerThan, ranMigrations } from '../kit/store/schema.ts';
import type { Store } from '../kit/store/store.ts';
import { undoMigrations } from '../kit/store/undoMigrations.ts';
import { table } from '../kit/table.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import type { KeyedSchema } from '../services/installation/keyedSchema.ts';
import { presentIn } from '../services/installation/openInstallation.ts';
import { keyedBank } from '../services/keyedBank.ts';
import { noteInTrail } from './noteInTrail.ts';
import { reasonOption } from './operator.ts';
import type { Surroundings } from './surroundings.ts';

const halves = { bank: keyedBank, bot: keyedBot } as const;
type Half = keyof typeof halves;

const more = `
A start makes the tables itself; \`up\` is for an account of the database that may, before services of one that may not. Going
back to the version before needs no \`down\` where everything since has only added: the older one passes over it. docs/operations.md
says how versions follow on each other.`;

/** `thawline migrate`: shows the state of the tables, and makes or undoes migrations. */
export function migrateCommand(
  surroundings: Pick<Surroundings, 'terminal' | 'environment' | 'clock' | 'operator'>,
): Command {
  const { terminal, environment } = surroundings;
  const program = command('migrate', terminal)
    .description('show, run or undo the migrations of the database of DATABASE_URL')
    .addHelpText('after', more);
  const url = () => bankSettings(readSettings(bankSettingsShape, environment())).databaseUrl;
  const half = () =>
    new Option(
      '--half <HALF>',
      'the half whose tables are meant; by default the halves that are there',
    ).choices(Object.keys(halves));

  program
    .command('status')
    .description('print each migration: done, due, or of a newer version')
    .action(async () => {
      const present = await presentIn(url(), Object.values(halves));
      if (present.length === 0) return terminal.out('there is no table of Thawline\n');
      await withTables(url(), async (store) => {
        const done = await ranMigrations(store);
        const rows = present.flatMap(({ schema }) => standing(schema, done));
        terminal.out(table([['migration', 'standing'], ...rows]));
      });
    });

  program
    .command('up')
    .description('run the migrations that are due')
    .addOption(half())
    .addOption(reasonOption())
    .action(async ({ half: named, reason }: { half?: Half; reason?: string }) => {
      const chosen = named ? [halves[named]] : await presentIn(url(), Object.values(halves));
      if (chosen.length === 0)
        throw new UnfreezeError(
          'messageInvalid',
          'there is no table of Thawline: give --half bank or --half bot',
        );
      const schemas = chosen.map(({ schema }) => schema);
      const before = new Set(await withTables(url(), doneIn));
      const store = await openStore(url(), schemas);
      await store.close();
      const made = schemas.flatMap(migrationsOf).filter((name) => !before.has(name));
      if (made.length > 0)
        await noteInTrail(surroundings, { action: 'tablesMade', details: { made }, reason });
      terminal.out(made.length === 0 ? 'nothing is due\n' : `made: ${made.join(', ')}\n`);
    });

  program
    .command('down')
    .description('undo the migrations after a given one; no service may run meanwhile')
    .requiredOption('--to <MIGRATION>', 'the last migration to keep, as `status` prints it')
    .option('--lose', 'also where that deletes data')
    .addOption(reasonOption())
    .action(async ({ to, lose = false, reason }: { to: string; lose?: boolean; reason?: string }) => {
      const keyed = Object.values(halves).find(({ schema }) => migrationsOf(schema).includes(to));
      if (!keyed) throw new UnfreezeError('messageInvalid', `--to: this version knows no migration ${to}`);
      // The entry is written first, because this version may not be able to write to the tables afterwards.
      await noteInTrail(surroundings, { action: 'tablesTakenBack', details: { to, lose }, reason });
      const names = await takesBack(url(), keyed, { to, mayLose: lose });
      terminal.out(names.length === 0 ? 'nothing came after it\n' : `taken back: ${names.join(', ')}\n`);
    });
  return program;
}

function standing(schema: KeyedSchema['schema'], done: readonly string[]): [string, string][] {
  const known = migrationsOf(schema);
  return [
    ...known.map((name): [string, string] => [name, done.includes(name) ? 'done' : 'due']),
    ...newerThan(schema, done, known).map((name): [string, string] => [
      name,
      isContraction(schema.prefix, name) ? 'newer, takes away: this version does not start' : 'newer, adds',
    ]),
  ];
}

/**
 * @returns the undone migrations, the newest first. @throws UnfreezeError `messageInvalid` where they cannot be undone
 */
async function takesBack(
  url: string,
  { schema }: KeyedSchema,
  { to, mayLose }: { to: string; mayLose: boolean },
): Promise<string[]> {
  return withTables(url, async (store) => {
    const done = await ranMigrations(store);
    const known = migrationsOf(schema);
    if (!done.includes(to)) throw new UnfreezeError('messageInvalid', `--to: the database has not run ${to}`);
    const newer = newerThan(schema, done, known);
    if (newer.length > 0)
      throw new UnfreezeError('messageInvalid', `only the version that has made ${newer[0]} can undo it`);
    const names = known.slice(known.indexOf(to) + 1).filter((name) => done.includes(name));
    await undoMigrations(store, schema, { names, mayLose, isPostgres: !url.startsWith('sqlite:') });
    return names.toReversed();
  });
}

/** The migrations that a database has run; empty where it never had tables of ours. */
async function doneIn(store: Store): Promise<string[]> {
  return ranMigrations(store).catch(() => []);
}

async function withTables<Result>(url: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(
    url,
    Object.values(halves).map(({ schema }) => asItIs(schema)),
  );
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
