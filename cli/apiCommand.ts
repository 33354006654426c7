import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import { carrierOpenApi as carrier } from '../bot/carrierOpenApi.ts';
import { botFrameworkOpenApi as botFramework } from '../bot/channels/botFramework/openApi.ts';
import { directLineOpenApi as directLine } from '../bot/channels/directLine/openApi.ts';
import { weChatOpenApi as weChat } from '../bot/channels/weChat/openApi.ts';
import { chatwootOpenApi as chatwoot } from '../bot/desk/chatwoot/openApi.ts';
import { deskOpenApi as desk } from '../bot/desk/openApi.ts';
import { pagesOpenApi as pages } from '../bot/pagesOpenApi.ts';
import { readingsOpenApi as conversations } from '../bot/readingsOpenApi.ts';
import { command } from '../kit/command.ts';
import { standingOpenApi as standing } from '../kit/http/standingOpenApi.ts';
import { bankOpenApi as bank } from '../services/bankApi/openApi.ts';
import { bankCallsOpenApi as bankCalls } from '../services/bankCallsApi.ts';
import { cardSystemOpenApi as cardSystem } from '../services/cardSystem/remote/openApi.ts';
import { operatorOpenApi as operator } from '../services/operatorPage/openApi.ts';
import { secureFormOpenApi as secureForm } from '../services/secureForm/openApi.ts';
import { webhooksOpenApi as webhooks } from '../services/webhooks/openApi.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Every surface of the product, by the name of its document: what the bank brings (`card-system`, `bank-calls`), what it may
 * connect to (`desk`, `direct-line`, `standing`), what it is told (`webhooks`), what lies between the two halves (`bank`,
 * `conversations`), what carriers and platforms call (`carrier`, `we-chat`, `chatwoot`, `bot-framework`), and what browsers open (`pages`, `secure-form`, `operator`).
 */
export const apis: Readonly<Record<string, () => object>> = {
  'card-system': cardSystem,
  'bank-calls': bankCalls,
  desk,
  'direct-line': directLine,
  bank,
  conversations,
  webhooks,
  carrier,
  'we-chat': weChat,
  chatwoot,
  'bot-framework': botFramework,
  pages,
  'secure-form': secureForm,
  operator,
  standing,
};

const documents = fileURLToPath(new URL('../docs', import.meta.url));

/** `thawline api`: writes or prints the API documents for a bank's developers. */
export function apiCommand({ terminal }: Pick<Surroundings, 'terminal'>): Command {
  return command('api', terminal)
    .description(
      'write the OpenAPI documents of every surface: what a bank brings, what calls the service, what its pages ask',
    )
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
