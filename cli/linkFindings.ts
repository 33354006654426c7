import type { Config } from '../bot/config.ts';
import type { Finding } from './finding.ts';

type Settings = Pick<Config, 'demo' | 'messagingSecrets' | 'twilio' | 'remoteBank'>;

const noSender = 'links are the rule here, and without a sender neither a link nor a receipt goes out';

/** Finds what prevents links to the secure form from being sent where customers depend on them. */
export function linkFindings({ demo, messagingSecrets, twilio, remoteBank }: Settings): Finding[] {
  if (demo || messagingSecrets !== 'link' || twilio?.from !== undefined) return [];
  return remoteBank
    ? [{ weight: 'look', what: `TWILIO_FROM: must be set where the bank's side runs: ${noSender}` }]
    : [{ weight: 'unsafe', what: `TWILIO_FROM: is not set: ${noSender}` }];
}
