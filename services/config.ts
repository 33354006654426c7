import { existsSync } from 'node:fs';
import * as z from 'zod';
import {
  isLoopback,
  readSettings,
  reasonsAgainst,
  type ServiceSettings,
  serviceSettings,
  serviceSettingsShape,
} from './bankSettings.ts';
import { UnfreezeError } from './contract/errors.ts';

/** The environment, with what `.env` in the working folder adds to it. Nothing else reads it. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

const shape = {
  ...serviceSettingsShape,
  PROCESSOR_PORT: z.coerce.number().int().min(0).max(65535).default(3979),
};

/** What the bank's side needs to run alone. */
export type ProcessorConfig = ServiceSettings & { port: number; token: string };

/**
 * Reads the settings of `npm run start:processor`.
 * @throws UnfreezeError `settingsInvalid`, with every reason at once, each on a line of its own
 */
export function readProcessorConfig(environment: NodeJS.ProcessEnv): ProcessorConfig {
  const settings = readSettings(shape, environment);
  const service = serviceSettings(settings);
  const token = settings.PROCESSOR_TOKEN ?? '';
  const reasons = [
    ...reasonsAgainst(service, settings),
    ...(token === ''
      ? ['PROCESSOR_TOKEN: the bot must show one; 32 random characters or more, the same for both']
      : []),
    ...(!service.demo && !isLoopback(service.host)
      ? ['HOST: plain http is for a loopback address only; put a proxy that speaks https before it']
      : []),
  ];
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  return { ...service, port: settings.PROCESSOR_PORT, token };
}
