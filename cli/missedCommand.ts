import type { Command } from 'commander';
import { botSchema } from '../bot/botSchema.ts';
import { missedSentences } from '../bot/events/missedSentences.ts';
import { command } from '../kit/command.ts';
import { readSettings } from '../kit/readSettings.ts';
import { openStore } from '../kit/store/openStore.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import type { Surroundings } from './surroundings.ts';

/** `thawline understand missed`: the sentences that were not understood, for whoever teaches. */
export function missedCommand({
  terminal,
  environment,
}: Pick<Surroundings, 'terminal' | 'environment'>): Command {
  return command('missed', terminal)
    .description(
      'print the sentences that were not understood, newest first, where MISSED_SENTENCES keeps them',
    )
    .option('--json', 'print a JSON array, with the time, the channel and the step of each')
    .addHelpText(
      'after',
      '\nNumbers and addresses are masked. What belongs to us becomes a line of a corpus, or of a topic.\n',
    )
    .action(async ({ json }: { json?: boolean }) => {
      const { databaseUrl } = bankSettings(readSettings(bankSettingsShape, environment()));
      const store = await openStore(databaseUrl, [botSchema]);
      try {
        const rows = await missedSentences(store);
        const shown = rows.map(({ id: _, ...row }) => row);
        terminal.out(
          json
            ? `${JSON.stringify(shown, null, 2)}\n`
            : shown.map((row) => `${row.language}  ${row.words}\n`).join(''),
        );
      } finally {
        await store.close();
      }
    });
}
