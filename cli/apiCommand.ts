import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { command } from '../kit/command.ts';
import { openApi } from '../services/cardSystem/remote/openApi.ts';
import type { Surroundings } from './surroundings.ts';

const kept = fileURLToPath(new URL('../docs/card-system-api.json', import.meta.url));

/** `thawline api`: writes the document that a bank's developer reads. */
export function apiCommand({ terminal }: Pick<Surroundings, 'terminal'>): Command {
  return command('api', terminal)
    .description('write the OpenAPI document of the card system that a bank brings of its own')
    .argument('[FILE]', 'where to', kept)
    .action((file: string) => {
      writeFileSync(file, `${JSON.stringify(openApi(), null, 2)}\n`);
      terminal.out(`wrote ${file}\n`);
    });
}
