import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { fetchOverTls } from '../../kit/http/tls/fetchOverTls.ts';
import { isLoopback } from '../../kit/isLoopback.ts';
import { fileKeeper } from './fileKeeper.ts';
import type { KeyKeeper } from './keyKeeper.ts';
import { type TransitAddress, TransitClient } from './transitClient.ts';
import { TransitKeeper } from './transitKeeper.ts';

const path = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** The settings that name the keeper of the key file; `.env.example` says what each is for. */
export const keeperSettingsShape = {
  KEYS_TRANSIT_URL: z.url({ protocol: /^https?$/ }).optional(),
  KEYS_TRANSIT_TOKEN_FILE: z.string().optional(),
  KEYS_TRANSIT_KEY: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
      'must be the name of a key: letters, digits, dots, hyphens, underscores',
    )
    .default('thawline'),
  KEYS_TRANSIT_MOUNT: z.string().regex(path, 'must be a path without a slash at its ends').default('transit'),
  KEYS_TRANSIT_NAMESPACE: z.string().regex(path, 'must be a path without a slash at its ends').optional(),
};
type Read = z.infer<z.ZodObject<typeof keeperSettingsShape>>;

/** The address of the transit service; undefined where the key file is plain and needs no keeper. */
export function transitAt(read: Read): TransitAddress | undefined {
  const { KEYS_TRANSIT_URL: url, KEYS_TRANSIT_TOKEN_FILE: tokenFile = '' } = read;
  if (url === undefined) return undefined;
  const { KEYS_TRANSIT_KEY: key, KEYS_TRANSIT_MOUNT: mount, KEYS_TRANSIT_NAMESPACE: namespace } = read;
  return { url: url.replace(/\/$/, ''), key, mount, namespace, tokenFile };
}

/** The faults in a keeper's settings, each sentence beginning with its setting; empty where there is none. */
export function reasonsAgainstKeeper(at: TransitAddress | undefined): string[] {
  if (!at) return [];
  const { protocol, hostname } = new URL(at.url);
  return [
    ...(at.tokenFile === '' ? ['KEYS_TRANSIT_TOKEN_FILE: KEYS_TRANSIT_URL needs the file of its token'] : []),
    ...(protocol === 'http:' && !isLoopback(hostname)
      ? ['KEYS_TRANSIT_URL: another machine must be reached over https']
      : []),
  ];
}

/** The keeper that the settings name. @throws UnfreezeError `settingsInvalid` */
export function keeperAt(at: TransitAddress | undefined): KeyKeeper {
  const reasons = reasonsAgainstKeeper(at);
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  // TLS 1.2 is allowed because a bank's gateway may not speak TLS 1.3 yet.
  return at ? new TransitKeeper(new TransitClient(at, fetchOverTls(undefined, 'TLSv1.2'))) : fileKeeper;
}
