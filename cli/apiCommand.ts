import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { openApi as deskApi } from '../bot/desk/openApi.ts';
import { command } from '../kit/command.ts';
import { openApi } from '../services/cardSystem/remote/openApi.ts';
import type { Surroundings } from './surroundings.ts';

const kept = (name: string) => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));

/** `thawline api`: writes the API document for a bank's developers. */
export function apiCommand({ terminal }: Pick<Surroundings, 'terminal'>): Command {
  return command('api', terminal)
    .description('write the OpenAPI documents of what a bank brings of its own: a card system, and a desk')
    .argument('[FILE]', 'where that of the card system goes', kept('card-system-api.json'))
    .argument('[DESK_FILE]', 'where that of the desk goes', kept('desk-api.json'))
    .action((file: string, deskFile: string) => {
      for (const [to, document] of [[file, openApi()] as const, [deskFile, deskApi()] as const]) {
        writeFileSync(to, `${JSON.stringify(document, null, 2)}\n`);
        terminal.out(`wrote ${to}\n`);
      }
    });
}
