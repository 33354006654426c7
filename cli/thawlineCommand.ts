import type { Command } from 'commander';
import { command } from '../kit/command.ts';
import { programs } from './programs.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * `npx thawline`: the one program for operators. Only the named part of it is loaded.
 * @param words the command line after the program's own name
 */
export async function thawlineCommand(
  surroundings: Surroundings,
  words: readonly string[],
): Promise<Command> {
  const { terminal } = surroundings;
  const named = words.find((word) => word !== 'help');
  const thawline = command('thawline', terminal)
    .description('operate Thawline beside its running services, on the database and the keys of the settings')
    .helpCommand('help [command]', 'print what a command does')
    .addHelpText('after', '\nThe settings are those of the service: .env.example names them.');
  for (const [name, { says, open }] of Object.entries(programs))
    thawline.addCommand((name === named ? await open(surroundings) : command(name, terminal)).summary(says));
  return thawline;
}
