import type { Pages } from '../kit/pages/openPages.ts';
import type { Clock } from '../kit/time.ts';
import type { Config } from './config.ts';

/** The public address for carriers and browsers, and the one that this machine listens at; empty until it listens. */
export type Addresses = { publicUrl: string; ownUrl: string };

/** Loads the demonstration, a separate folder that a production installation does not need. */
export async function openDemo(
  { demo, twilio: account }: Config,
  { pages, addresses, clock }: { pages: Pages; addresses: Addresses; clock: Clock },
) {
  if (!demo) return undefined;
  const { cardToTry, demoPeople, demoTelephones, importDemoBank } = await import('../demo/demo.ts');
  const publicUrl = () => addresses.publicUrl;
  const ownUrl = () => addresses.ownUrl;
  const telephones = account && demoTelephones({ account, publicUrl, ownUrl, pages, clock });
  return {
    cardToTry,
    importDemoBank,
    sender: telephones?.sender,
    page: telephones?.page,
    people: demoPeople,
  };
}
