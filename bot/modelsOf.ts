import { join } from 'node:path';
import type { Logger } from 'pino';
import { openModels } from '../dialogs/understanding/models.ts';

/**
 * Has sentences understood with the models that were learnt at install. Outside production they are learnt once more where
 * they do not fit, as after a change of a corpus; production takes what was learnt and checked before.
 * @throws UnfreezeError `settingsInvalid`
 */
export function modelsOf(
  { production, dataDir }: { production: boolean; dataDir: string },
  log: Pick<Logger, 'info'>,
): void {
  const learning = () => log.info('the sentences have changed: learning them, which takes some seconds');
  openModels(production ? undefined : { folder: join(dataDir, 'models'), learning });
}
