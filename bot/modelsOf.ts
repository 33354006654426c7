import { join } from 'node:path';
import type { Logger } from 'pino';
import { openModels } from '../dialogs/understanding/models.ts';

/**
 * Sets the models for understanding sentences, which were learnt at install. Outside production, models that do not fit
 * their corpus are learnt again; production uses what was learnt and checked before.
 * @throws UnfreezeError `settingsInvalid`
 */
export function modelsOf(
  { production, dataDir }: { production: boolean; dataDir: string },
  log: Pick<Logger, 'info'>,
): void {
  const learning = () => log.info('the sentences have changed: learning them, which takes some seconds');
  openModels(production ? undefined : { folder: join(dataDir, 'models'), learning });
}
