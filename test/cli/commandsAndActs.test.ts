import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { programs } from '../../cli/programs.ts';
import { Act, Decision } from '../../services/contract/operatorFigures.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';

/** What only reads, or works on files of its own: it changes nothing that a running service has. */
const reads: readonly string[] = [
  ...['cards list', 'cards find', 'cards show', 'cards unfreezings', 'cards messages', 'cases list'],
  ...['audit verify', 'audit show', 'approvals list', 'migrate status', 'backup', 'preflight', 'conformance'],
  ...['brand check', 'brand preview', 'understand', 'understand missed', 'understand score', 'api'],
];

/** The rows of the table in docs/operator.md. */
const page = readFileSync(new URL('../../docs/operator.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `([a-z ]+)` \|(.*)\|(.*)\|$/gm)].map(
  ([, command = '', act, why = '']) => ({
    command,
    act: /`(\w+)`/.exec(act ?? '')?.[1],
    why: why.trim(),
  }),
);

async function allCommands(): Promise<string[]> {
  const around = {
    terminal: recordedTerminal().terminal,
    environment: () => ({}),
    clock: () => new Date(0),
    input: Readable.from([]),
    output: new Writable(),
  };
  const opened = await Promise.all(
    Object.entries(programs).map(async ([name, { open }]) => namesIn(await open(around), name)),
  );
  return opened.flat();
}

function namesIn(command: Command, name: string): string[] {
  const inner = command.commands.flatMap((one) => namesIn(one, `${name} ${one.name()}`));
  // A command that has others does something by itself where it says so in its options.
  const isItself = inner.length === 0 || command.options.length > 0 || name === 'understand';
  return [...(isItself ? [name] : []), ...inner];
}

describe('every command that changes something', () => {
  it('has its act on the operator’s page, or the reason why it has none, in docs/operator.md', async () => {
    const written = rows.map(({ command }) => command);
    assert.deepEqual([...written, ...reads].sort(), (await allCommands()).sort());
    for (const { command, act, why } of rows)
      assert.ok((act === undefined) !== (why === ''), `${command}: either an act or a reason`);
  });

  it('is met by every act of the page, once, and the page has no other', () => {
    const acts = [...Act.options.map(({ shape }) => shape.act.value), ...Decision.shape.decision.options];
    assert.deepEqual(rows.flatMap(({ act }) => act ?? []).sort(), [...acts].sort());
  });
});
