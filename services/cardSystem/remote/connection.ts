import type { Logger } from 'pino';
import type { ShownTokens } from '../../../kit/http/bearerTokens.ts';
import { TlsCertificates } from '../../../kit/http/tls/tlsCertificates.ts';
import type { LinkFiles } from '../../../kit/http/tls/tlsFiles.ts';
import type { Clock } from '../../../kit/time.ts';

/** How the names of the settings for TLS towards the card system begin. */
export const tlsLink = 'CARD_SYSTEM';

type Place = {
  url: string;
  token?: string | undefined;
  /** What follows the token while the bank changes it. */
  nextToken?: string | undefined;
  /** Whether the card system names cards by tokens of its own instead of by their numbers. */
  cardsByToken?: boolean;
  /** How long one try waits for its answer, in milliseconds. */
  patience?: number;
};

/** Where the bank's card system is, as the settings say. */
export type CardSystemAddress = Place & { tlsFiles?: LinkFiles | undefined };

/** The place of the card system, and what a process holds to reach it. */
export type CardSystemConnection = Place & {
  tlsFiles?: never;
  certificates?: TlsCertificates | undefined;
  onChange?: ShownTokens['onChange'];
};

/**
 * Reads the certificates, and has the log tell when the card system has changed its token.
 * @throws UnfreezeError `settingsInvalid`
 */
export function connectionTo(
  { tlsFiles: files, ...place }: CardSystemAddress,
  { clock, log }: { clock: Clock; log?: Logger },
): CardSystemConnection {
  const certificates = files && new TlsCertificates({ files, role: 'client', clock, link: tlsLink });
  return { ...place, certificates, onChange: (inUse) => log?.warn(changed[inUse]) };
}

const changed = {
  nextToken:
    'the card system refuses CARD_SYSTEM_TOKEN and takes CARD_SYSTEM_TOKEN_NEXT: make that one CARD_SYSTEM_TOKEN',
  token: 'the card system refuses CARD_SYSTEM_TOKEN_NEXT and takes CARD_SYSTEM_TOKEN again',
};
