import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import { directLineOpenApi as directLine } from '../bot/channels/directLine/openApi.ts';
import { deskOpenApi as desk } from '../bot/desk/openApi.ts';
import { command } from '../kit/command.ts';
import { bankOpenApi as bank } from '../services/bankApi/openApi.ts';
import { bankCallsOpenApi as bankCalls } from '../services/bankCallsApi.ts';
import { cardSystemOpenApi as cardSystem } from '../services/cardSystem/remote/openApi.ts';
import { webhooksOpenApi as webhooks } from '../services/webhooks/openApi.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Every surface of the product that a bank's developers write to or serve, by the name of its document: what the bank brings
 * (`card-system`, `bank-calls`), what it may connect to (`desk`, `direct-line`), what it is told (`webhooks`), and what lies between the two halves (`bank`).
 */
export const apis: Readonly<Record<string, () => object>> = {
  'card-system': cardSystem,
  'bank-calls': bankCalls,
  desk,
  'direct-line': directLine,
  bank,
  webhooks,
};

const documents = fileURLToPath(new URL('../docs', import.meta.url));

/** `thawline api`: writes or prints the API documents for a bank's developers. */
export function apiCommand({ terminal }: Pick<Surroundings, 'terminal'>): Command {
  return command('api', terminal)
    .description('write the OpenAPI documents of every surface that a bank’s developers meet')
    .option('--into <FOLDER>', 'where NAME-api.json of each goes', documents)
    .addOption(new Option('--print <NAME>', 'print one and write none').choices(Object.keys(apis)))
    .action(({ into, print }: { into: string; print?: string }) => {
      for (const [name, document] of Object.entries(apis)) {
        const text = `${JSON.stringify(document(), null, 2)}\n`;
        if (print === name) terminal.out(text);
        if (print !== undefined) continue;
        const file = join(into, `${name}-api.json`);
        writeFileSync(file, text);
        terminal.out(`wrote ${file}\n`);
      }
    });
}
