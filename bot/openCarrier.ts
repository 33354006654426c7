import type { Twilio } from 'twilio';
import { carrierClient } from './channels/twilio/carrierClient.ts';
import type { Config } from './config.ts';

/** The carrier's REST side, opened when it is first asked. */
export type CarrierSide = { client: () => Promise<Twilio>; from: string };

/**
 * Undefined where nothing can be asked of the carrier.
 * @param ownUrl with the demo bank the simulator is the carrier's REST side too, at this service's own address
 */
export function openCarrier(
  { twilio: account, demo }: Pick<Config, 'twilio' | 'demo'>,
  ownUrl: () => string,
): CarrierSide | undefined {
  if (account?.from === undefined || account.tokens.length === 0) return undefined;
  let opened: Promise<Twilio | undefined> | undefined;
  return {
    from: account.from,
    async client() {
      opened ??= carrierClient(account, account.apiUrl ?? (demo ? ownUrl() : undefined));
      const client = await opened;
      if (!client) throw new Error('an account without a token');
      return client;
    },
  };
}
